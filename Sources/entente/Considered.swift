import App
import ArgumentParser
import Kernel

/// Options of a change to one record that can be looked at first.
struct Considered: ParsableArguments {
  @Flag(help: "Say what would happen and write nothing") var preview = false
  @Option(help: "What it rests on: a rule, a decision, a bank statement") var reason = ""
  @OptionGroup var common: Common

  /// Where what would happen is noted; nil where it is to happen.
  var rehearsal: Preview? { preview ? Preview() : nil }

  /// Carries the change out, or rehearses it, and tells what came of it and what it moves.
  func carryOut<T>(
    _ verb: String, _ act: (Partnership, Intent, Preview?) async throws -> T, json: (T) -> String,
    text: (T) -> String
  ) async throws {
    let intent = try common.intent(verb, basis: reason)
    let rehearsal = rehearsal
    let result = try await common.with { try await act($0, intent, rehearsal) }
    if common.json { return print(rehearsal?.moved.beside(json(result)) ?? json(result)) }
    print(text(result))
    guard let rehearsal else { return }
    rehearsal.moved.tell()
    print("Nothing was written.")
  }
}
