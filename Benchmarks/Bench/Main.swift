import Kernel

/// Measures the store against plain C, and writes for the tests that kill it. `./bench` runs it; each result is one
/// JSON object a line on standard output.
@main
enum Main {
  static let usage = """
    entente-bench append [--postgres ADDRESS] [--rounds N]
    entente-bench fill ACTS FILE
    entente-bench rebuild [ACTS] [--postgres ADDRESS] [--rounds N]
    entente-bench verify [ACTS]
    entente-bench tree [ACTS]
    entente-bench crash-writer FILE
    entente-bench crash-verify FILE
    entente-bench steady-writer FILE PACE
    """

  static func main() async {
    do {
      try await run(Arguments(CommandLine.arguments.dropFirst()))
    } catch {
      complain("\(error)")
      leave(1)
    }
  }

  private static func run(_ arguments: Arguments) async throws {
    let acts = arguments.number(at: 0) ?? 1_000_000
    switch (arguments.command, arguments.plain.count) {
    case ("append", 0):
      if let address = arguments.postgres {
        try await PostgresAppend(address: address, rounds: arguments.rounds ?? 3).run()
      } else {
        try await SQLiteAppend(rounds: arguments.rounds ?? 5).run()
      }
    case ("fill", 2): try await fill(arguments.plain[1], acts: acts)
    case ("rebuild", 0...1):
      if let address = arguments.postgres {
        try await PostgresRebuild(address: address, acts: acts, rounds: arguments.rounds ?? 3).run()
      } else {
        try await SQLiteRebuild(acts: acts, rounds: arguments.rounds ?? 3).run()
      }
    case ("verify", 0...1): try await verify(acts: acts)
    case ("tree", 0...1): try await tree(acts: acts)
    case ("crash-writer", 1): try await appendForever(arguments.plain[0])
    case ("steady-writer", 2):
      try await writeSteadily(arguments.plain[0], pace: arguments.number(at: 1) ?? 50)
    case ("crash-verify", 1): try await verifyAfterCrash(arguments.plain[0])
    default:
      complain(usage)
      leave(64)
    }
  }
}

/// What was typed: a command, plain words, and `--name value`.
struct Arguments {
  var command = ""
  var plain: [String] = []
  private var options: [String: String] = [:]

  init(_ words: ArraySlice<String>) {
    var words = words
    command = words.popFirst() ?? ""
    while let word = words.popFirst() {
      if word.hasPrefix("--") { options[word] = words.popFirst() } else { plain.append(word) }
    }
  }

  var postgres: String? { options["--postgres"] }
  var rounds: Int? { options["--rounds"].flatMap { Int($0) } }
  func number(at index: Int) -> Int? { plain.count > index ? Int(plain[index]) : nil }
}
