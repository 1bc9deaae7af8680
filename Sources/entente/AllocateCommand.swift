import App
import ArgumentParser
import Finance
import Governance
import Kernel
import Registry
import Workplan

struct AllocateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Gives money of a window to an area or an activity.",
    discussion: """
      What is earmarked for an area pays for that area alone; then what is free pays.
      Example: entente allocate special-trust-fund --area gold --amount "100.00 USD" --cycle 2022-2023 \
      --on 2022-05-03 --as ana:secretariat --dry-run
      "entente move allocation ID withdraw" takes it back.
      """)

  @Argument(help: "The window of the charter") var window: String
  @Option(help: "The area it pays for") var area: String?
  @Option(help: "The activity it pays for, instead of an area") var activity: String?
  @Option(help: "The amount with its currency, such as \"100.00 USD\"") var amount: String
  @Option(help: "The cycle it is spent in") var cycle: String
  @Option(help: "The day it is decided (default: today)") var on: String?
  @Option(help: "The decision of a body that it rests on") var decision: String?
  @Option(help: "Its id (default: window, place and day)") var id: String?
  @Option(help: "Sources that say it") var source: [String] = []
  @Option(help: "What it rests on beside a decision") var reason = ""
  @Flag(help: "Say what the window holds, what is set aside and what would be left, and write nothing")
  var dryRun = false
  @OptionGroup var common: Common

  func run() async throws {
    let wanted = Allocation.Wanted(
      id: id.map { .init($0) }, window: .init(window), amount: try Money(cash: amount),
      area: area.map { .init($0) }, activity: activity.map { .init($0) }, cycle: cycle,
      decision: decision.map { .init($0) }, provenance: .given(source),
      on: try await common.day(on))
    let intent = try common.intent("allocate", basis: reason)
    let rehearsal = dryRun ? Preview() : nil
    let done = try await common.with { try await $0.allocate(wanted, intent, preview: rehearsal) }
    if common.json { return print(rehearsal?.moved.beside(done.json) ?? done.json) }
    print(text(done))
    guard let rehearsal else { return }
    rehearsal.moved.tell()
    print("Nothing was written.")
  }

  private func text(_ done: App.Partnership.Allocated) -> String {
    let lines =
      ["allocation \(done.id): \(done.amount.text) of \(window) to \(area ?? activity ?? "")"]
      + done.before.lines("before", done.amount.currency) + done.after.lines("after", done.amount.currency)
    return lines.joined(separator: "\n")
  }
}
