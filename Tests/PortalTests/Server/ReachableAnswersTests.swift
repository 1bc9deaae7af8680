import Foundation
import Kernel
@testable import Registry
import Store
import Testing

@testable import App
@testable import Portal
@testable import Web

/// Answers that only a query had: each now stands where a person looks for it.
@Suite struct ReachableAnswersTests {
  @Test func r48_whoKnowsAboutWhatIsShownWithConsentOnly() async throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-expertise-\(UUID().uuidString).sqlite"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try await Founding.found("gmp", at: StoreAddress(path))
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    try await partnership.database.write { connection in
      let journal = try Journal(connection)
      for (id, topic, consents) in [
        ("a", "chlor-alkali", true), ("b", "chlor-alkali", false), ("c", "coal", true),
      ] {
        try journal.append(
          Expertise(
            id: .init(id), partner: nil, person: nil, topic: topic, area: .init("coal"),
            hasConsent: consents, text: Translated(.en, [.en: "known by \(id)"])),
          Intent("add", by: "test", as: .secretariat))
      }
    }
    let all = try await ServedPartnership.get("/expertise?lang=en", of: partnership).body
    #expect(all.contains("known by a") && all.contains("known by c") && !all.contains("known by b"))
    let narrowed = try await ServedPartnership.get("/expertise?topic=coal&lang=en", of: partnership).body
    #expect(narrowed.contains("known by c") && !narrowed.contains("known by a"))
    // The API gives the same records, and none of them says which person it is.
    let listed = try await ServedPartnership.get("/api/v1/expertise", of: partnership).body
    #expect(listed.contains("\"id\":\"a\"") && !listed.contains("\"id\":\"b\"") && !listed.contains("person"))
    #expect(try await ServedPartnership.get("/api/v1/expertise/b", of: partnership).status == 404)
    #expect(try await ServedPartnership.get("/api/v1/expertise/b/history", of: partnership).status == 404)
    #expect(try await ServedPartnership.get("/records/expertise/b", of: partnership).status == 404)
    let asked = try await ServedPartnership.get("/api/v1/expertise?person=x", of: partnership)
    #expect(asked.status == 400)
    // Nor is the field offered to choose by.
    #expect(asked.body.contains("partner, topic, area"))
    let requests = try await ServedPartnership.get("/requests?lang=en", of: partnership).body
    #expect(requests.contains("href=\"/expertise?lang=en\""))
    try await partnership.close()
  }

  @Test func r49_theSessionsPageShowsItsBriefings() async throws {
    let page = try await ServedPartnership.get("/records/session/inc-5?lang=en").body
    #expect(page.contains("/records/briefing/briefing-inc-5?lang=en"))
    #expect(
      try await !ServedPartnership.get("/records/session/inc-2?lang=en").body.contains("/records/briefing/"))
  }

  @Test func r50_governanceShowsWhichParagraphsRecogniseThePartnership() async throws {
    let page = try await ServedPartnership.get("/governance?lang=en").body
    for paragraph in ["20", "24", "34", "35"] {
      #expect(page.contains("\u{A7} \(paragraph) (where the note places the mark is uncertain)"))
    }
  }

  @Test func r51_governanceShowsTheOfficeThatRunsTwoProcesses() async throws {
    let page = try await ServedPartnership.get("/governance?lang=en").body
    #expect(page.contains("runs several processes, each under a mandate of its own: "))
    #expect(page.contains("/records/body/unep-chemicals?lang=en"))
  }

  @Test func r57_anActivitySaysWhetherAPlanAsksForIt() async throws {
    let page = try await ServedPartnership.get("/activities/storage-asia?lang=en").body
    #expect(page.contains("Outside every plan: no priority action asks for it"))
  }
}
