import Acting
import Kernel
import Markup
import Samples
import Store
import Telling
import Web

/// The pages of a kind that only the tests know: all that a capability adds to the portal, in one file.
enum BuoyPages {
  static let all: [PageKind] = [
    PageKind("buoys", twin: .list(Buoy.self)) { loading in
      BuoysPage(names: try loading.connection.all(Buoy.self, "ORDER BY id").map(name))
    },
    PageKind(each: "buoys", PageKind.id, twin: .record(Buoy.self)) { loading, ids in
      try loading.connection.one(Buoy.ID(ids[0])).map { buoy in
        BuoyPage(
          name: name(buoy), depth: buoy.depth, state: buoy.state.rawValue,
          verbs: loading.verbs.verbs(of: Buoy.kind).map(\.name))
      }
    },
  ]

  @Sendable private static func name(_ buoy: Buoy) -> Linked {
    Linked(Said(buoy.note), Route("buoys", buoy.id.text))
  }
}

private struct BuoysPage: PageView {
  var names: [Linked]
  func title(on page: Page) -> Said { Said("Buoys") }
  func body(on page: Page) -> HTML { "<ul>\(names, { "<li>\(page.linked($0))</li>" })</ul>" }
}

private struct BuoyPage: PageView {
  var name: Linked
  var depth: Int
  var state: String
  var verbs: [String]
  func title(on page: Page) -> Said { name.text }
  func trail(on page: Page) -> [Linked] { [Linked(Said("Buoys"), Route("buoys"))] }
  func body(on page: Page) -> HTML {
    "\(page.lead(name.text))<p>\(depth) m, \(state): \(verbs.joined(separator: ", "))</p>"
  }
}
