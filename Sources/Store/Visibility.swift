public import Kernel

extension Query {
  /// The condition under which a viewer sees a record of a kind: the rule of its sight, said in SQL.
  public static func isVisible<R: Record>(_ type: R.Type, to viewer: Viewer) -> Query {
    isVisible(by: R.sight, to: viewer)
  }

  /// - Parameter sight: its fields are columns of the table that the query reads.
  public static func isVisible(by sight: Sight, to viewer: Viewer) -> Query {
    // What is known without a record is no question for the store.
    if sight.showsAll(to: viewer) { return "1 = 1" }
    if !sight.mayShow(to: viewer) { return "1 = 0" }
    func holds(_ field: String, _ wanted: [String]) -> Query {
      "\(column: field) IN \(anyOf: wanted)"
    }
    switch sight {
    // Answered above: none of these looks at a record.
    case .everyone, .insiders, .secretariat: return "1 = 0"
    case .own(let field): return holds(field, viewer.partners)
    case .lead(let field): return holds(field, viewer.areas)
    case .body(let field): return holds(field, viewer.bodies)
    case .consent(let field): return "\(column: field) = 1"
    case .either(let sights):
      let open = sights.filter { $0.mayShow(to: viewer) }.map { isVisible(by: $0, to: viewer) }
      guard let first = open.first else { return "1 = 0" }
      return "(" + open.dropFirst().reduce(first) { $0 + " OR " + $1 } + ")"
    }
  }
}
