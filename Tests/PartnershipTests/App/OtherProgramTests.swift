@testable import App
import Foundation
import Testing

/// A program of someone else's is given so much time and so much to say, and leaves nothing running.
@Suite struct OtherProgramTests {
  private static func run(
    _ script: String, on input: [UInt8] = [], within time: Duration = .seconds(30), answer: Int = 1 << 20
  ) async throws -> String {
    let program = OtherProgram(name: "sh", arguments: ["-c", script], time: time, answer: answer)
    return switch try await program.run(on: input) {
    case .answered(let bytes): "answered \(bytes.count)"
    case .notThere: "not there"
    case .tooLong: "too long"
    case .tooMuch: "too much"
    case .failed(let status, let complaint): "failed \(status): \(complaint)"
    }
  }

  @Test func itAnswersWhatItWasGiven() async throws {
    let input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let program = OtherProgram(name: "cat", arguments: [], time: .seconds(30), answer: 1_000_000)
    guard case .answered(let bytes) = try await program.run(on: input) else {
      Issue.record("cat did not answer")
      return
    }
    #expect(bytes == input)
  }

  @Test func itsEndIsTold() async throws {
    try await #expect(Self.run("echo broken >&2; exit 3") == "failed 3: broken\n")
    try await #expect(Self.run("kill -KILL $$") == "failed 9: ")
    let missing = OtherProgram(name: "entente-has-no-such", arguments: [], time: .seconds(30), answer: 1)
    guard case .notThere = try await missing.run(on: []) else {
      Issue.record("a program that is not there was found")
      return
    }
  }

  @Test func whoDoesNotReadIsNoTrouble() async throws {
    try await #expect(Self.run("exit 0", on: Array(repeating: 65, count: 10_000_000)) == "answered 0")
  }

  @Test func whoSaysTooMuchIsStopped() async throws {
    try await #expect(Self.run("yes", answer: 10_000) == "too much")
  }

  @Test(arguments: ["exec sleep 600", "trap '' TERM; while :; do sleep 0.05; done"])
  func whoTakesTooLongIsGone(script: String) async throws {
    let note = NSTemporaryDirectory() + "/program-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: note) }
    try await #expect(Self.run("echo $$ > \(note); \(script)", within: .seconds(1)) == "too long")
    let text = try String(contentsOfFile: note, encoding: .utf8)
    let process = try #require(Int32(text.split(separator: "\n").first ?? ""))
    #expect(kill(process, 0) == -1)
  }

  @Test func whoeverWaitsMayGiveUp() async throws {
    let task = Task { try await Self.run("exec sleep 600") }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    let begun = ContinuousClock.now
    _ = try? await task.value
    #expect(begun.duration(to: .now) < .seconds(20))
  }
}
