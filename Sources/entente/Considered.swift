import App
import ArgumentParser
import Kernel

/// Options of a change to one record that can be looked at first.
struct Considered: ParsableArguments {
  @Flag(help: "Say what would happen and write nothing") var preview = false
  @Option(help: "What it rests on: a rule, a decision, a bank statement") var reason = ""
  @OptionGroup var common: Common

  /// Carries the change out, or rehearses it, and tells what came of it.
  func carryOut<T>(
    _ verb: String, _ act: (Partnership, Intent) async throws -> T, json: (T) -> String, text: (T) -> String
  ) async throws {
    let intent = try common.intent(verb, basis: reason)
    let result = try await common.with { try await act($0, intent) }
    print(common.json ? json(result) : text(result) + (preview ? ". Nothing was written." : ""))
  }
}
