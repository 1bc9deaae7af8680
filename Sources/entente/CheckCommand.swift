import App
import ArgumentParser
import Kernel
import Telling

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Checks the portfolio: no lead, no report, no means, one donor alone, unpaid, idle, past its end, overlapping.",
    discussion: """
      Examples: entente check --as-of 2010-09-22
                entente check --format csv > findings.csv
      A finding is no failure: the exit code is 0. With --strict it is 1 where there are any.
      """)

  @Option(help: "The day, such as 2010-09-22; today if left out") var asOf: String?
  @Option(help: "table, json or csv") var format: Format = .table
  @Flag(help: "Exit with 1 where there is a finding") var strict = false
  @OptionGroup var common: Common

  func run() async throws {
    let day = try await common.day(asOf)
    let findings = try await common.with { try await $0.findings(on: day) }
    let text = PortfolioText(findings, in: try common.spoken)
    switch common.json ? .json : format {
    case .table where text.lines.isEmpty: print(text.nothing)
    case .table: Terminal.table(text.rows, isLastWhole: true)
    case .json: print(text.json(asOf: day))
    case .csv: print(text.csv, terminator: "")
    }
    if strict, !text.lines.isEmpty { throw ExitCode(1) }
  }
}
