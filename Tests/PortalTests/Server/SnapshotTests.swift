import App
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Store
import StoreSQLite
import Synchronization
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// A whole response of each page, as it was last looked at and found right. What a change does to a page that nobody had
/// in mind is seen here; who meant it writes the snapshots anew and reads what became of them:
/// `ENTENTE_SNAPSHOTS=write ./test --filter SnapshotTests`, then `git diff Tests/Snapshots`.
@Suite struct SnapshotTests {
  /// One address for each page that is declared, in one language or the other.
  static let addresses = [
    "/?lang=en", "/partners?lang=fr", "/partners/japan?lang=en", "/expertise?lang=en",
    "/areas?lang=fr", "/areas/gold?lang=en&as_of=2010-09-22", "/activities?lang=en&as_of=2010-09-22",
    "/activities/storage-asia?lang=fr", "/governance?lang=en&as_of=2010-09-22", "/requests?lang=fr",
    "/treaties?lang=en", "/formations?lang=en", "/formations/mercury-free-gold?lang=fr", "/motions?lang=en",
    "/motions/triple?lang=en", "/options?lang=en&as_of=2010-09-22", "/options/add?lang=fr&as_of=2010-09-22",
    "/options/switch?lang=en&as_of=2010-09-22&to=3", "/report?lang=en", "/report/2009-2010?lang=en",
    "/models?lang=fr", "/models/ddt?lang=en", "/sources/A6d?lang=en", "/records/area/gold?lang=en",
    "/log?lang=fr&kind=body", "/log/2?lang=en", "/log/feed?lang=en&kind=body", "/about/data?lang=en",
    "/about/rights?lang=en",
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots")

  /// The mercury partnership with acts of one moment and ids that count, so that the journal is the same each time.
  private static let served = Task {
    let database = try SQLiteDatabase(path: nil)
    let counter = Counter()
    _ = try await Founding.found(
      "gmp", in: database,
      stamp: Stamp(
        now: { 1_795_651_200_000 }, id: { counter.next() }, salt: { [UInt8](repeating: 7, count: 16) }))
    let site = Site(
      database: database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in Day(2026, 11, 25) })
    return Application(responder: PortalResponder(site, version: "test"))
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> String {
      count.withLock {
        $0 += 1
        return "act-\($0)"
      }
    }
  }

  /// The founded partnership has no partners and no motions; those of other tests stand in.
  private static func answer(_ address: String) async throws -> ServedPartnership.Answer {
    if address.hasPrefix("/partners/") { return try await MadeUpRecords.get(address) }
    if address.hasPrefix("/motions/") { return try await ServedMotions.fsc(address) }
    let application = try await served.value
    return try await application.test(.router) { client in
      try await client.execute(uri: address, method: .get, headers: [.accept: "text/html"]) { response in
        ServedPartnership.Answer(
          status: response.status.code, headers: response.headers, body: String(buffer: response.body))
      }
    }
  }

  @Test func everyPageHasASnapshot() throws {
    func page(_ address: String) -> [String]? {
      let parts = address.prefix { $0 != "?" }.split(separator: "/").map(String.init)
      return Route(parts: parts).flatMap { PortalPages.book.page(at: $0)?.kind.path }
    }
    let shown = Self.addresses.compactMap(page)
    #expect(shown.count == Self.addresses.count)
    #expect(Set(shown) == Set(PortalPages.book.pages.filter { !$0.isFile }.map(\.path)))
  }

  @Test(arguments: addresses) func thePageIsAsItWas(address: String) async throws {
    let answer = try await Self.answer(address)
    // The length and the tag follow from the body, and the journal's head from the moment of its acts.
    let headers = answer.headers.filter { ![.date, .eTag, .contentLength].contains($0.name) }
      .map { "\($0.name): \($0.value)" }
    let body = answer.body.replacing(
      /<bdi class="num" dir="ltr">[0-9a-f]{8}<\/bdi>/, with: "<bdi class=\"num\" dir=\"ltr\">head</bdi>")
    let response = (["\(answer.status)"] + headers.sorted() + ["", body]).joined(separator: "\n")
    let name = address.dropFirst().map { $0.isLetter || $0.isNumber || $0 == "-" ? String($0) : "_" }.joined()
    let file = Self.folder.appending(path: "\(name.isEmpty ? "home" : name).html")
    #expect(answer.status == 200)
    if ProcessInfo.processInfo.environment["ENTENTE_SNAPSHOTS"] == "write" {
      try response.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard kept != response else { return }
    let (old, new) = (kept.components(separatedBy: "\n"), response.components(separatedBy: "\n"))
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(address) is not as it was: \(old.count) lines, now \(new.count).
      \(line.map { "line \($0.offset + 1): \($0.element.0.prefix(300))\nnow: \($0.element.1.prefix(300))" } ?? "")
      """)
  }
}
