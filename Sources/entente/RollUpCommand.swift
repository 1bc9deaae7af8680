import App
import ArgumentParser
import Kernel
import Telling

struct RollUpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roll-up",
    abstract: "What the programme's numbers are made of: parts of projects, what was left out, and the rule.",
    discussion: """
      Examples: entente roll-up --as-of 2015-12-31
                entente roll-up demonstration-projects --indicator countries
                entente roll-up --format csv > numbers.csv
      The charter says which numbers are carried up, under areas.AREA.roll-up; the kind of the indicator says how.
      """)

  @Argument(help: "The area whose projects are taken; all that carry numbers up if left out") var area:
    String?
  @Option(help: "One indicator of the charter") var indicator: String?
  @Option(help: "The day, such as 2010-09-22; today if left out") var asOf: String?
  @Option(help: "table, json or csv") var format: Format = .table
  @OptionGroup var common: Common

  func run() async throws {
    let day = try await common.day(asOf)
    let language = try common.spoken
    let text = try await common.with {
      try await $0.rolledUp(of: area, indicator: indicator, on: day, in: language)
    }
    switch common.json ? .json : format {
    case .table where text.rows.isEmpty: print(text.nothing)
    case .table: Terminal.table(text.rows, isLastWhole: true)
    case .json: print(text.json(of: area, asOf: day))
    case .csv: print(text.csv, terminator: "")
    }
  }
}
