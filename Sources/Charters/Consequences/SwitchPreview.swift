public import Kernel

/// What a switch from one option to another would move, and what would stay.
public struct SwitchPreview: Composed {
  public var from: String
  public var to: String
  public var since: Day
  /// Each of these must decide: the bodies the charter names for the option in force.
  public var deciders: [[String]]
  public var moves: [LinkageMove]
  /// Mechanisms, partners and reports handed over: they stay as they are.
  public var mechanisms: Int
  public var partners: Double?
  public var reportsSent: [String]

  public static let schema = Schema(
    "switch-preview",
    SwitchPreview.init(from:to:since:deciders:moves:mechanisms:partners:reportsSent:),
    Field("from", \.from),
    Field("to", \.to),
    Field("since", \.since),
    Field("deciders", \.deciders),
    Field("moves", \.moves),
    Field("mechanisms", \.mechanisms),
    Field("partners", \.partners),
    Field("reports_sent", \.reportsSent))

  /// - Throws: a `Refusal` where the option is in force already.
  public static func preview(
    _ charter: Charter, to option: Option, _ facts: Facts, on day: Day
  ) throws -> SwitchPreview {
    guard charter.linkage.option != option.id else {
      throw Refusal(
        "already-in-force", ["number": "\(option.number)", "option": "\(option.id)", "day": "\(day)"])
    }
    let around = Surroundings(charter, facts, day)
    let before = Derivation(around, nil).consequences()
    let after = Derivation(around, option).consequences()
    let moves = Moves(around: around, before: before, after: after, option: option)
    return SwitchPreview(
      from: before.option, to: after.option, since: day, deciders: charter.deciders(on: option),
      moves: moves.ties() + moves.reports() + moves.rights() + moves.records(),
      mechanisms: charter.mechanisms.count(where: \.isEnabled), partners: facts.partners?.value,
      reportsSent: facts.reportsSent)
  }
}

extension Charter {
  /// Who must decide that an option is put in force: one of the bodies the charter names for it and, where a part is
  /// tied formally, each of those it names for that. Empty where it names nobody.
  public func deciders(on option: Option) -> [[String]] {
    guard let rule = decides.first(where: { $0.subject == "option-in-force" }) else { return [] }
    let isFormal = ([option.terms] + option.parts.values).contains { $0.modality == .formal }
    return (rule.bodies.isEmpty ? [] : [rule.bodies]) + (isFormal ? rule.ifFormal.map { [$0] } : [])
  }
}
