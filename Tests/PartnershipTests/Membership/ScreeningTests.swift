import Charters
import Kernel
@testable import Registry
import Store
import Testing
import Wording

/// Whom a charter excludes, on what evidence, and until when that holds.
@Suite struct ScreeningTests {
  private static func screening(
    _ id: String, _ outcome: Screening.Outcome, _ screened: Day, recheck: Day? = nil
  ) -> Screening {
    Screening(
      id: .init(id), partner: .init("acme"), exclusion: "tobacco-industry", outcome: outcome,
      evidence: "annual report", screened: screened, recheckDue: recheck, provenance: Provenance(["test"]))
  }

  @Test(arguments: [
    ([], Optional("not-screened")),
    ([screening("a", .clear, Day(2020, 1, 1))], nil),
    ([screening("a", .clear, Day(2020, 1, 1)), screening("b", .excluded, Day(2020, 2, 1))], "excluded"),
    ([screening("a", .excluded, Day(2020, 1, 1)), screening("b", .clear, Day(2020, 2, 1))], nil),
    ([screening("a", .needsReview, Day(2020, 1, 1))], "needs-review"),
    // Twelve months to the day still hold; a day later they do not.
    ([screening("a", .clear, Day(2019, 6, 1))], nil),
    ([screening("a", .clear, Day(2019, 5, 31))], "screening-stale"),
    ([screening("a", .clear, Day(2020, 5, 1), recheck: Day(2020, 5, 31))], "screening-stale"),
    // What is found later says nothing of today.
    ([screening("a", .clear, Day(2020, 6, 2))], "not-screened"),
  ])
  func theLatestScreeningDecides(screenings: [Screening], code: String?) throws {
    let charter = try #require(try ShippedCharter.named("tfi/2020"))
    let refusals = Screening.refusals(
      of: try AdmissionTests.applicant(category: "collaborator"), screenings, on: Day(2020, 6, 1),
      under: charter.membership)
    #expect(refusals.map(\.code) == [code].compactMap { $0 })
  }

  @Test func anExcludedApplicantCannotBeAdmitted() async throws {
    let applicant = try AdmissionTests.applicant(category: "collaborator", statements: ["no-tobacco-tie"])
    let refusal = try await AdmissionTests.with("tfi/2010", applicant) { charter, connection in
      let secretariat = NotePartnership.secretariat
      try Journal(connection).append(Self.screening("s", .excluded, Day(2011, 1, 5)), secretariat)
      return #expect(throws: Refusal.self) {
        try Partner.admit(.init("acme"), on: Day(2011, 3, 1), under: charter, secretariat, connection)
      }
    }
    #expect(
      refusal?.sentence
        == "tfi 2010 excludes Tobacco industry, and acme was found to be of it on 2011-01-05: annual report")
  }
}
