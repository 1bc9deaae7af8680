extension CharterKey {
  /// The part of an explanation that tells a key, in the order of the parts. It is declared for the blocks at the top of
  /// the file; what is inside a block is told with it.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    case what, shares, members, bodies, work, linkage, reporting, decisions, money, measures, options, edition

    /// In the order they are told.
    public var blocks: [String] {
      let blocks =
        switch self {
        case .what:
          """
          in-force time-zone name goal definition origin form lifecycle staff levels functions function-mandates responsibilities
          society-levels modes country-groups principles ambition not-a-subsidiary-body
          """
        case .shares: "shares"
        case .members: "membership rights parties-in-partnership priorities"
        case .bodies: "bodies"
        case .work:
          """
          governing-documents areas area-fields every-activity-in-an-area cross-cutting-topics natures interim-work
          solution-types solution-type market-based streams stream-role mechanisms whatever-the-linkage deliverables
          outputs alternatives exemptions consultations activities-serve alignment overlap-check attention
          """
        case .linkage: "treaties linkage agreements"
        case .reporting: "reporting advice cycles visibility confidentiality"
        case .decisions: "decisions lifecycles log-every-change"
        case .money: "finance"
        case .measures: "indicators tracking campaigns certification trade figures"
        case .options: "options"
        case .edition:
          "charter edition language status replaces model models seen-on languages lessons notes"
        }
      return blocks.split { $0.isWhitespace }.map(String.init)
    }

    /// The block that the part as a whole is about, so that it needs no heading of its own there.
    public var subject: String? {
      switch self {
      case .shares: "shares"
      case .members: "membership"
      case .bodies: "bodies"
      case .linkage: "linkage"
      case .reporting: "reporting"
      case .decisions: "decisions"
      case .money: "finance"
      case .options: "options"
      case .what, .work, .measures, .edition: nil
      }
    }
  }

  /// Where an explanation tells it. A key that no part names is told with the edition, so that none is lost.
  public var section: Section { Self.section(of: path) }

  public static func section(of path: String) -> Section {
    let top = path.prefix { $0 != "." }
    return sections[String(top)] ?? .edition
  }

  private static let sections: [String: Section] = Dictionary(
    Section.allCases.flatMap { section in section.blocks.map { ($0, section) } }
  ) { first, _ in first }
}
