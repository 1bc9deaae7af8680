import Acting
import App
import Foundation
import Kernel
import Wording
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// The page that tells who may do what.
@Suite struct AboutRightsTests {
  private static func get(_ query: String = "?lang=en") async throws -> String {
    let answer = try await ServedPartnership.get("/about/rights\(query)")
    #expect(answer.status == 200)
    return answer.body
  }

  @Test func everyVerbThatPeopleDoStandsOnIt() async throws {
    let page = try await Self.get()
    for verb in Capabilities.verbs.verbs where !Keeps.all.contains(verb.name) {
      let kind = try #require(Capabilities.records.first { $0.kind == verb.kind })
      guard kind.sight == .everyone else { continue }
      #expect(page.contains("id=\"\(verb.kind)\""), "\(verb.kind)")
      #expect(page.contains(HTMLText.escaped(verb.phrase, .en)), "\(verb.kind) \(verb.name)")
    }
  }

  /// The charter gives the structure to the advisory group, by its name and with a link.
  @Test func theBodiesAreThoseOfTheCharterInForce() async throws {
    let page = try await Self.get()
    #expect(page.contains("Under gmp 2020"))
    let section = try #require(
      page.components(separatedBy: "<section").first { $0.contains("id=\"area\"") })
    #expect(section.contains("/records/body/advisory-group"))
    #expect(!section.contains("/records/body/unea"))
    #expect(
      try await Self.get("?lang=en&amp;as_of=2010-09-22".replacing("&amp;", with: "&")).contains(
        "Under gmp 2010"))
  }

  @Test func itIsSaidInFrench() async throws {
    let page = try await Self.get("?lang=fr")
    #expect(page.contains("Qui peut faire quoi"))
    #expect(page.contains("Selon gmp 2020"))
    #expect(!page.contains("right.") && !page.contains("rights."))
  }
}

/// A phrase as it stands in a page.
private enum HTMLText {
  static func escaped(_ phrase: Phrase, _ language: Language) -> String {
    phrase.translated.text(in: language).text
  }
}
