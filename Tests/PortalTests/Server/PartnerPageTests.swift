import Foundation
import Testing

/// A partner's own page: what it owes under the treaty beside what it promised, and never in one list (A29).
@Suite struct PartnerPageTests {
  private static func sides(_ path: String) async throws -> (treaty: String, partnership: String) {
    let page = try await MadeUpRecords.get(path).body
    let section = try #require(
      page.firstMatch(of: /<section[^>]*id="regimes">(.*?)<\/section>/.dotMatchesNewlines())?.1)
    let parts = section.components(separatedBy: "<div class=\"stack\">")
    try #require(parts.count == 3)
    return (parts[1], parts[2])
  }

  @Test func r100_onePageShowsDutiesAndCommitmentsSideBySide() async throws {
    let (treaty, partnership) = try await Self.sides("/partners/japan?lang=en")
    for text in [
      "As a Party to the treaty", "Japan is a Party since 16 August 2017", "To Conference of the Parties",
      "Export only with the importer’s written consent", "/records/treaty-duty/duty-7", "/sources/A29",
    ] { #expect(treaty.contains(text), "\(text)") }
    for text in [
      "As a partner it may join areas, contribute, report to the partnership and withdraw at any time.",
      "/sources/A28c", "Shares its guidance", "To Chemicals and Health Branch", "/areas/waste", "since 2008",
    ] { #expect(partnership.contains(text), "\(text)") }
    #expect(!treaty.contains("Shares its guidance"))
    #expect(!partnership.contains("treaty-duty") && !partnership.contains("Conference of the Parties"))
  }

  @Test func r100_beforeEntryIntoForceDutiesAreToldAsToCome() async throws {
    let (consented, _) = try await Self.sides("/partners/japan?lang=fr&as_of=2016-06-01")
    #expect(consented.contains("Obligations qui la lieront"))
    #expect(consented.contains("aucune ne la lie encore"))
    let (negotiating, _) = try await Self.sides("/partners/japan?lang=en&as_of=2010-09-22")
    #expect(negotiating.contains("The treaty is not adopted on this date: it binds nobody."))
    #expect(!negotiating.contains("treaty-duty"))
  }

  @Test func r100_aPartnerThatIsNoStateIsToldThatTheTreatyAsksNothing() async throws {
    let (treaty, partnership) = try await Self.sides("/partners/miners-aid?lang=en")
    #expect(treaty.contains("The treaty lays no duty on this partner."))
    #expect(treaty.contains("This partner is none on this date and may not."))
    #expect(!treaty.contains("treaty-duty"))
    #expect(partnership.contains("Trains miners"))
    #expect(partnership.contains("The charter asks no report of each partner."))
  }
}
