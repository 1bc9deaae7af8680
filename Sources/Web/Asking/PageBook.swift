internal import Kernel
public import Telling

/// Every page of the portal, and the sections of its navigation.
public struct PageBook: Sendable {
  /// A door of the navigation, in the reader's words.
  public struct Section: Sendable {
    public let route: Route
    public let name: @Sendable (Words) -> String

    public init(_ route: Route, _ name: @escaping @Sendable (Words) -> String) {
      self.route = route
      self.name = name
    }
  }
  let pages: [PageKind]
  let additions: [RecordAddition]
  public let sections: [Section]

  public init(_ pages: [PageKind], sections: [Section], additions: [RecordAddition]) {
    self.pages = pages
    self.additions = additions
    self.sections = sections
  }

  /// The page at a route and the ids in its path. A page of one path goes before one for each id.
  func page(at route: Route) -> (kind: PageKind, ids: [String])? {
    pages.lazy.compactMap { page in page.ids(in: route.parts).map { (kind: page, ids: $0) } }
      .min { $0.ids.count < $1.ids.count }
  }

  /// The page made for a record, where its kind has one.
  public func own(_ kind: String, _ id: String) -> Route? {
    pages.first { $0.twin.kind == kind }.flatMap { page in
      Route(parts: page.path.map { $0 == PageKind.id ? id : $0 })
    }
  }

  /// What the page of any record shows besides.
  public func additions(to kind: String) -> [RecordAddition] { additions.filter { $0.kind == kind } }
}
