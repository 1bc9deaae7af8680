import Acting
import App
import ArgumentParser
import Kernel

struct ActCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "act",
    abstract: "Does something to a record: whatever \u{201C}entente verbs\u{201D} lists.",
    discussion: """
      Examples: entente act partner admit acme --set on=2012-03-04 --as ana:secretariat --reason "decision of 3 May"
                entente act request answer req-7 --set session=pag-3 --as ana:secretariat --preview
                entente act partner correct acme --set name_fr=Acmé --as ana:secretariat --reason "letter of 2 June"
                entente act milestone add --set id=m-9 --set date=2026-01 … --as ana:secretariat
      What a verb asks for, and who may: entente verbs KIND. With --preview everything is done, told, and undone again.
      """)

  @Argument(help: "A kind, such as partner") var kind: String
  @Argument(help: "The verb, such as admit, add or correct") var verb: String
  @Argument(help: "The record's id; left out where the verb makes a record") var id: String?
  @Option(
    name: .customLong("set"),
    help:
      "FIELD=VALUE, a field of what the verb asks for; may stand several times. The columns are those of a file"
  )
  var set: [String] = []
  @Option(help: "The version you had read; refused if somebody changed it since") var seen: Int?
  @OptionGroup var considered: Considered

  func run() async throws {
    var cells: [String: String] = [:]
    for pair in set {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Refusal("set", ["pair": "\(pair.prefix(60))"], field: "set")
      }
      guard cells.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw Refusal("twice.set", ["field": .text(parts[0])], field: parts[0])
      }
    }
    try await considered.act(verb, of: Capabilities.kind(kind), on: id, giving: cells, seen: seen)
  }
}

extension Considered {
  /// Does a verb, or rehearses it, and tells every record that changes.
  func act(
    _ verb: String, of kind: any Record.Type, on id: String?, giving cells: [String: String], seen: Int?
  ) async throws {
    let intent = try common.intent(verb, basis: reason)
    let rehearsal = rehearsal
    let outcome = try await common.with {
      try await $0.act(verb, of: kind, on: id, giving: .cells(cells), seen: seen, intent, preview: rehearsal)
    }
    if common.json { return print(outcome.json(isKept: !preview)) }
    let made = outcome.made
    print("\(made.kind) \(made.id): \(verb), version \(made.version)")
    guard preview else { return }
    outcome.tell()
    print("Nothing was written.")
  }
}
