extension ComparisonRow {
  /// The keys that a row asks a charter for, with the blocks on the way to them. A test holds them equal to what
  /// `ComparedCells` looks up, so that a key which goes or moves is missed here.
  public var keys: [String] {
    switch self {
    case .treatyLink:
      Self.terms("modality to arises-from arises-from.treaty parallel-to", areCompared: true)
        + Self.of("function-mandates", "*.function")
    case .timeRelation: Self.of("origin", "created older-than-treaty relation-to-treaty")
    case .reportsTo: Self.terms("reports-to", areCompared: true)
    case .host: Self.terms("host", areCompared: false)
    case .membership:
      Self.of(
        "membership",
        """
        categories categories.*.name chambers admission admission.*.by admission.*.by.body admission.*.by.bodies
        admission.*.document
        """)
    case .privateSector:
      Self.of(
        "membership",
        """
        categories categories.*.name categories.*.sector categories.*.votes chambers chambers.*.name chambers.*.weight
        excludes excludes.*.name excludes.*.extends-to
        """)
    case .steering: Self.of("bodies", "*.kind *.name")
    case .decision: Self.of("decisions", "rules rules.*.reading rules.*.status")
    case .period:
      Self.of("cycles", "[].id [].from [].to [].years [].each-meeting-of")
        + Self.of("bodies", "*.name *.meets *.meets.every *.meets.at-least-every")
    case .finance:
      Self.of(
        "finance",
        """
        shares shares.of shares.of.[].percent shares.of.[].window windows windows.*.exists windows.*.name
        windows.*.outside
        """)
    case .documents: Self.of("governing-documents", "*.name")
    case .keyObject:
      Self.of("tracking", "object") + Self.of("certification", "chain") + Self.of("trade", "record etis")
        + ["alternatives"] + Self.of("deliverables", "part-states")
        + Self.of("governing-documents", "*.name *.over")
    case .exclusions:
      Self.of(
        "membership",
        """
        admission admission.*.observer-first excludes excludes.*.name excludes.*.extends-to good-standing
        good-standing.rule
        """)
    case .lifecycle:
      Self.of("lifecycle", "phase sunset changed changed.from changed.to")
        + Self.of("areas", "*.name *.state *.planned-end")
    case .lessons: ["lessons"]
    }
  }

  /// A block and keys in it.
  private static func of(_ block: String, _ keys: String) -> [String] {
    [block] + keys.split { $0.isWhitespace }.map { "\(block).\($0)" }
  }

  /// Keys of a tie: of the one in force, and of the options that it may follow.
  ///
  /// - Parameter areCompared: whether the parts are looked at one by one.
  private static func terms(_ keys: String, areCompared: Bool) -> [String] {
    let keys = keys.split(separator: " ")
    return ["linkage", "linkage.default", "options", "options.*.default"]
      + (areCompared ? ["linkage.parts", "options.*.parts"] : [])
      + CharterKey.termsOfALinkage.flatMap { block in keys.map { "\(block).\($0)" } }
  }
}

extension CharterKey {
  /// The rows of a comparison that read it.
  public var rows: [ComparisonRow] { Self.rowsByPath[path] ?? [] }

  private static let rowsByPath: [String: [ComparisonRow]] = ComparisonRow.allCases.reduce(into: [:]) {
    for key in $1.keys { $0[key, default: []].append($1) }
  }
}
