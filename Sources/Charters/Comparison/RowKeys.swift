extension ComparisonRow {
  /// The keys that a row asks a charter for. A test holds them equal to what `ComparedCells` looks up.
  public var keys: [String] { [] }
}

extension CharterKey {
  /// The rows of a comparison that read it.
  public var rows: [ComparisonRow] { Self.rowsByPath[path] ?? [] }

  private static let rowsByPath: [String: [ComparisonRow]] = ComparisonRow.allCases.reduce(into: [:]) {
    for key in $1.keys { $0[key, default: []].append($1) }
  }
}
