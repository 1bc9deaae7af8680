import Acting
import App
import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Store
import Synchronization
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// An answer is kept until the next act, and no longer.
@Suite struct KeptReplyTests {
  private static func reply(_ text: String) -> Reply { Reply(type: Reply.json, body: Array(text.utf8)) }
  private static func question(_ address: String, _ viewer: Viewer = .anyone) -> ReplyBook.Question {
    ReplyBook.Question(address: address, viewer: viewer, language: "en", today: "2026-11-25")
  }

  @Test func whatWasMadeForOneReaderIsGivenToNoOther() {
    let book = ReplyBook()
    let insider = Viewer([.secretariat])
    book.keep(Self.reply("within"), to: Self.question("/a", insider), at: 5)
    #expect(book.reply(to: Self.question("/a"), at: 5) == nil)
    book.keep(Self.reply("outside"), to: Self.question("/a"), at: 5)
    #expect(book.reply(to: Self.question("/a"), at: 5)?.body == Array("outside".utf8))
    #expect(book.reply(to: Self.question("/a", insider), at: 5)?.body == Array("within".utf8))
  }

  @Test func whatWasKeptIsGoneWithTheNextAct() {
    let book = ReplyBook()
    book.keep(Self.reply("old"), to: Self.question("/a"), at: 5)
    #expect(book.reply(to: Self.question("/a"), at: 5)?.body == Array("old".utf8))
    #expect(book.reply(to: Self.question("/b"), at: 5) == nil)
    #expect(book.reply(to: Self.question("/a"), at: 6) == nil)
    book.keep(Self.reply("new"), to: Self.question("/a"), at: 6)
    // Whoever was slow brings an answer of an older state; it is not kept.
    book.keep(Self.reply("slow"), to: Self.question("/b"), at: 5)
    #expect(book.reply(to: Self.question("/a"), at: 6)?.body == Array("new".utf8))
    #expect(book.reply(to: Self.question("/b"), at: 6) == nil)
  }

  /// Many short answers take more than their bodies: addresses and the rest count too.
  @Test func whatIsKeptIsBoundedByAllItTakes() {
    let book = ReplyBook()
    for number in 0..<40_000 { book.keep(Self.reply("x"), to: Self.question("/areas?q=\(number)"), at: 5) }
    let kept = (0..<40_000).count { book.reply(to: Self.question("/areas?q=\($0)"), at: 5) != nil }
    #expect(kept > 0)
    #expect(kept <= 12 * 1024)
  }

  private final class Made: Sendable { let number = Mutex(0) }

  /// Who asks while an answer is made waits for it.
  @Test func anAnswerIsMadeOnceForAllWhoAskMeanwhile() async throws {
    let book = ReplyBook()
    let made = Made()
    let bodies = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await book.answer(to: Self.question("/a"), at: 5) {
            made.number.withLock { $0 += 1 }
            try await Task.sleep(for: .milliseconds(50))
            return Self.reply("once")
          }.body
        }
      }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(bodies == Array(repeating: Array("once".utf8), count: 50))
    #expect(made.number.withLock { $0 } == 1)
    // A refusal is nobody's answer for ever.
    await #expect(throws: Refusal.self) {
      try await book.answer(to: Self.question("/b"), at: 5) { throw Refusal("busy") }
    }
    #expect(try await book.answer(to: Self.question("/b"), at: 5) { Self.reply("b") }.body == Array("b".utf8))
  }

  /// Counts and orders of lists are made anew after an act, and what a slow one counted before it is nobody else's.
  @Test func whatWasCountedIsCountedAnewAfterAnAct() {
    let book = CountBook()
    func count(_ number: Int, at head: Int) -> Int? {
      book.counts("partners", at: head) { ["all": number] }["all"]
    }
    #expect(count(1, at: 5) == 1)
    #expect(count(9, at: 5) == 1)
    #expect(count(2, at: 6) == 2)
    #expect(count(1, at: 5) == 1)
    #expect(count(9, at: 6) == 2)
    func order(_ ids: [String], at head: Int) -> [String] { book.order("partners", at: head) { ids } }
    #expect(order(["a"], at: 6) == ["a"])
    #expect(order(["b"], at: 6) == ["a"])
    #expect(order(["b", "a"], at: 7) == ["b", "a"])
  }

  @Test func refusalsAndEndlessAddressesAreNotKept() {
    let book = ReplyBook()
    var refused = Self.reply("no")
    refused.status = .notFound
    book.keep(refused, to: Self.question("/a"), at: 1)
    let long = Self.question("/" + String(repeating: "a", count: 600))
    book.keep(Self.reply("x"), to: long, at: 1)
    #expect(book.reply(to: Self.question("/a"), at: 1) == nil)
    #expect(book.reply(to: long, at: 1) == nil)
  }

  @Test func allTogetherStayWithinTheirRoom() {
    let book = ReplyBook()
    let large = Reply(type: Reply.json, body: [UInt8](repeating: 32, count: 1 << 20))
    for number in 0..<40 { book.keep(large, to: Self.question("/\(number)"), at: 1) }
    let held = (0..<40).count { book.reply(to: Self.question("/\($0)"), at: 1) != nil }
    #expect(1...16 ~= held)
  }

  @Test func aPageShowsAnActAtOnce() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString).sqlite").path
    _ = try await Founding.found("gmp", at: StoreAddress(path))
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    let site = Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in Day(2026, 11, 25) })
    let application = Application(responder: PortalResponder(site, version: "test"))
    try await application.test(.router) { client in
      func state() async throws -> String {
        try await client.execute(uri: "/api/v1/areas/supply", method: .get) { String(buffer: $0.body) }
      }
      #expect(try await state().contains(#""state":"active""#))
      #expect(try await state().contains(#""state":"active""#))
      _ = try await partnership.move(
        Capabilities.kind("area"), "supply", to: "rest")
      #expect(try await state().contains(#""state":"dormant""#))
    }
    try await partnership.close()
  }
}

extension App.Partnership {
  fileprivate func move(_ type: any Record.Type, _ id: String, to move: String) async throws -> Int {
    try await carry(type, id, move)
  }

  private func carry<R: Record>(_ type: R.Type, _ id: String, _ move: String) async throws -> Int {
    try await act(
      move, of: R.self, on: id, giving: .nothing, Intent(move, by: "ana", as: .secretariat)
    ).made.version
  }
}
