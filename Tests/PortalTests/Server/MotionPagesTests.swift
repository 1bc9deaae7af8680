import Foundation
import Kernel
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// Motions as a reader sees them: the list, and each with its rule, its register and its whole arithmetic.
@Suite struct MotionPagesTests {
  /// The section under a heading, as text: tags are gone, cells are set off by bars.
  private static func section(_ heading: String, of page: String) throws -> String {
    let section = try #require(
      page.components(separatedBy: "<section").first { $0.contains("<h2>\(heading)</h2>") }, "\(heading)")
    return text(section)
  }

  private static func text(_ html: String) -> String {
    html.replacing(/<\/t[dh]>/, with: "|").replacing(/<[^>]*>/, with: "")
      .replacing("&gt;", with: ">").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
  }

  /// The lines of each count, in their order.
  private static func lines(of page: String) -> [String] {
    page.matches(of: /<ol>(.*?)<\/ol>/.dotMatchesNewlines()).flatMap { list in
      list.1.components(separatedBy: "<li>").dropFirst().map { text($0) }
    }
  }

  @Test(arguments: [Language.en, .fr])
  func thePageSaysWhatTheCommandPrints(language: Language) async throws {
    for motion in ["triple", "few"] {
      let page = try await ServedMotions.fsc("/motions/\(motion)?lang=\(language.rawValue)").body
      let printed = try await ServedMotions.lines(motion, in: language)
      #expect(printed.count > 15)
      #expect(Self.lines(of: page) == printed, "\(motion)")
    }
    for motion in ["tied", "seated"] {
      let page = try await ServedMotions.gard("/motions/\(motion)?lang=\(language.rawValue)").body
      let printed = try await ServedMotions.lines(motion, in: language)
      #expect(printed.count == 5)
      #expect(Self.lines(of: page) == printed, "\(motion)")
    }
  }

  /// Environmental 10 of 20 - 9, social 20 of 20, economic 10 of 20: exactly half is not more than half. Overall 40 of
  /// 60 - 1 absent - 9 abstaining.
  @Test func r142_theTripleTestIsPublicAndSaysWhichOfItsTestsFailed() async throws {
    let page = try await ServedMotions.fsc("/motions/triple?lang=en").body
    let lines = Self.lines(of: page)
    for line in [
      "economic: quorum: 19/20 (of 60) present or by proxy; > 1/2 is needed: 38 > 20 holds",
      "environmental: in favour 10/11 (of 60), of those registered minus abstentions; > 1/2 is needed: 20 > 11 holds",
      "economic: in favour 10/20 (of 60), of those registered minus abstentions; > 1/2 is needed: 20 > 20 does not hold",
      "overall: in favour 40/50 (of 60), of those present minus abstentions; >= 2/3 is needed: 120 >= 100 holds",
      "economic-north-organisation votes for 1 other by proxy",
      "social-south-individual declared an interest (owns a forest); the rule shows it and counts the vote",
    ] { #expect(lines.contains(line), "\(line)") }
    #expect(lines.last == "not carried")
    let about = try Self.section("The motion", of: page)
    #expect(about.contains("Advice to Board of Directors; it binds nobody"))
    #expect(!about.contains("DecisionDecides"))
  }
}
