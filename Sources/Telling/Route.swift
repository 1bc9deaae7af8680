/// Where something is told in full: the parts of a path on the site. A sentence knows only where it leads; which page
/// stands there is declared beside the page, so that a new one touches nothing here.
public struct Route: Hashable, Sendable {
  public let parts: [String]

  public init(_ parts: String...) { self.parts = parts }

  /// - Returns: nil where a part is empty, which no path can hold.
  public init?(parts: [String]) {
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.parts = parts
  }

  /// Whether this route is the other or lies below it: what the navigation marks.
  public func isWithin(_ other: Route) -> Bool {
    other != .home && parts.starts(with: other.parts)
  }
}

/// What sentences lead to. A record of a kind without a page of its own has the page of any record.
extension Route {
  public static let home = Route()
  public static func partner(_ id: String) -> Route { Route("partners", id) }
  public static func area(_ id: String) -> Route { Route("areas", id) }
  public static func activity(_ id: String) -> Route { Route("activities", id) }
  public static func source(_ id: String) -> Route { Route("sources", id) }
  /// Any record, by its kind (`governing-document`) and id.
  public static func record(kind: String, id: String) -> Route { Route("records", kind, id) }
}
