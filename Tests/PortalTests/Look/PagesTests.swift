import Foundation
import Kernel
import Markup
import Resources
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// What holds for every page, in every language there is.
@Suite struct PortalLookPagesTests {
  @Test(arguments: Words.languages)
  func everyPageIsWellFormed(language: Language) throws {
    for (name, route, view) in Samples.all {
      let page = Samples.page(route, in: language)
      let html = page.html(view).text
      let faults = Tags.faults(in: html)
      #expect(faults.isEmpty, "\(name): \(faults)")
      #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
      #expect(html.components(separatedBy: "<h1").count == 2, "\(name) has one h1")
      #expect(!html.contains("style="), "\(name) has a style attribute")
      #expect(!html.contains("<script"), "\(name) has a script")
      #expect(!html.contains("javascript:alert(1)\""), "\(name) links to a script")
      #expect(!html.contains("Example <Institute>"), "\(name) lets a name through as markup")
      #expect(!html.contains("HTML("), "\(name) shows the inside of a part")
    }
  }

  @Test(arguments: Words.languages)
  func noKeyShowsItself(language: Language) {
    let keys = Set(Words.of(.en).entries.keys).filter { $0.contains(".") }
    for (name, route, view) in Samples.all {
      let html = Samples.page(route, in: language).html(view).text
      for key in keys { #expect(!html.contains(">\(key)<"), "\(name) shows \(key)") }
      #expect(!html.contains("{count}") && !html.contains("{date}") && !html.contains("{number}"), "\(name)")
    }
  }

  @Test func idsAreUnique() {
    for (name, route, view) in Samples.all {
      let ids = Samples.page(route).html(view).text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(name): \(ids)")
    }
  }

  @Test func everyLinkOfThisSiteLeadsSomewhere() throws {
    for (name, route, view) in Samples.all {
      for match in Samples.page(route).html(view).text.matches(of: /href="(\/[^"]*)"/) {
        let path = match.1.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/").compactMap { $0.removingPercentEncoding }
        #expect(Address(parts: parts) != nil || parts.first == "api", "\(name) links to \(match.1)")
      }
    }
  }

  @Test func pagesAreLight() throws {
    let css = try #require(Resources.bytes("Public/entente.css")).count
    #expect(css < 18_000)
    for (name, route, view) in Samples.all {
      let bytes = Samples.page(route).html(view).bytes.count
      #expect(bytes + css <= 50_000, "\(name) weighs \(bytes) bytes")
    }
  }

  /// `ENTENTE_PREVIEW=DIR` writes every page to look at, in both languages.
  @Test func preview() throws {
    guard let folder = ProcessInfo.processInfo.environment["ENTENTE_PREVIEW"] else { return }
    let root = URL(filePath: folder)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for file in ["entente.css", "icon.svg"] {
      try Data(try #require(Resources.bytes("Public/\(file)"))).write(to: root.appending(path: file))
    }
    for language in Words.languages {
      for (name, route, view) in Samples.all {
        let html = Samples.page(route, in: language).html(view).text
          .replacing(/href="\/assets\/([a-z.]+)[^"]*"/) { "href=\"\($0.1)\"" }
        try Data(html.utf8).write(to: root.appending(path: "\(name).\(language.rawValue).html"))
      }
    }
  }
}

/// Reads tags and says which do not match. Enough for pages we write ourselves.
enum Tags {
  private static let empty: Set<String> = ["meta", "link", "input", "br", "img", "!doctype", "col", "base"]

  static func faults(in html: String) -> [String] {
    var open: [String] = []
    var faults: [String] = []
    for match in html.matches(of: /<(\/?)([A-Za-z!][A-Za-z0-9]*)((?:[^<>"]|"[^"]*")*)>/) {
      let name = match.2.lowercased()
      if match.1 == "/" {
        if open.last == name {
          open.removeLast()
        } else {
          faults.append("</\(name)> closes \(open.last ?? "nothing")")
        }
      } else if !empty.contains(name), !match.3.hasSuffix("/") {
        open.append(name)
      }
    }
    let marks = html.count { $0 == "<" }
    let tags = html.matches(of: /<(\/?)([A-Za-z!][A-Za-z0-9]*)((?:[^<>"]|"[^"]*")*)>/).count
    if marks != tags { faults.append("\(marks) opening marks, \(tags) tags") }
    return faults + open.map { "<\($0)> stays open" }
  }
}
