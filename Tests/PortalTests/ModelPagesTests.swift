import App
import Hummingbird
import HummingbirdTesting
import Kernel
import Portal
import Telling
import Web
import StoreSQLite
import Testing

/// Each partnership that lies in the product has its pages, in both languages.
@Suite struct ModelPagesTests {
  @Test(arguments: CharterShelf.names) func everyPageAnswers(id: String) async throws {
    let database = try SQLiteDatabase(path: nil)
    let outcome = try await Founding.found(id, in: database)
    let site = Site(
      database: database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in Day(2026, 11, 23) })
    let application = Application(responder: PortalResponder(site, version: "test"))
    try await application.test(.router) { client in
      for language in ["en", "fr"] {
        for page in [
          "/", "/partners", "/areas", "/governance", "/activities", "/requests", "/report", "/about/data",
        ] {
          let response = try await client.execute(uri: "\(page)?lang=\(language)", method: .get)
          #expect(response.status == .ok, "\(id) \(page) \(language)")
          let html = String(buffer: response.body)
          #expect(html.contains("lang=\"\(language)\""), "\(id) \(page) \(language)")
          if language == "en", page == "/" { #expect(html.contains(outcome.name.split(separator: " ")[0])) }
        }
      }
      let missing = try await client.execute(uri: "/report/1850-1851", method: .get)
      #expect(missing.status == .notFound)
    }
    try await database.close()
  }
}
