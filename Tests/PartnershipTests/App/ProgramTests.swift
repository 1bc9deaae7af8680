import Kernel
import Testing

@testable import App

/// Another program gets its input whole, and neither time nor memory without end.
@Suite struct ProgramTests {
  @Test func itAnswersWithWhatItWrote() async throws {
    // Larger than a pipe holds, so that writing and reading go on at once.
    let input = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(try await Program(name: "cat").output([], input: input) == input)
  }

  @Test func oneThatIsNotThereIsMissing() async {
    await #expect(throws: Program.Failure.missing) {
      try await Program(name: "entente-no-such-program").output([])
    }
  }

  @Test func oneThatDoesNotEndIsStoppedWithItsChildren() async {
    await #expect(throws: Program.Failure.timedOut) {
      try await Program(name: "sh", longest: .milliseconds(100)).output(["-c", "sleep 86400 & sleep 86400"])
    }
  }

  @Test func oneThatIgnoresTheFirstSignalIsStoppedToo() async {
    await #expect(throws: Program.Failure.timedOut) {
      try await Program(name: "sh", longest: .milliseconds(300)).output(
        ["-c", "trap '' TERM; while true; do sleep 1; done"])
    }
  }

  @Test func oneThatWritesWithoutEndIsStopped() async {
    await #expect(throws: Program.Failure.tooMuch) { try await Program(name: "yes", most: 1000).output([]) }
  }

  @Test func oneThatFailsSaysSo() async {
    await #expect(throws: Program.Failure.self) { try await Program(name: "false").output([]) }
  }

  @Test(arguments: [
    ("entente-no-such-program", "no-pandoc"), ("sleep", "store"), ("true", "store"),
  ])
  func aWordFileThatCannotBeMadeIsRefused(program: String, code: String) async {
    let refusal = await #expect(throws: Refusal.self) {
      try await WordFile.make(from: Array("<p>x</p>".utf8), with: Program(name: program, most: 1000))
    }
    #expect(refusal?.code == code)
  }
}
