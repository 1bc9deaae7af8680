import App
import ArgumentParser
import Foundation
import Kernel
import Portal

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Assembles the progress report of a cycle from the records, with whom it goes to and by which rule.",
    discussion: """
      Examples: entente report 2009-2010 > report.html
                entente report 2009-2010 --as-of 2010-09-22 --format json
      It speaks of the day it was presented, or else of the cycle's last day. In HTML, links lead to the site that \
      serves the records: --site.
      """)

  @Argument(help: "The cycle: its id, or its years, such as 2009-2010") var cycle: String
  @Option(help: "html, json or csv (default: html; with --json: json)") var format: Form?
  @Option(help: "The day it speaks of, such as 2010-09-22") var asOf: String?
  @Option(help: "Only for this body; refused if no rule sends it a report") var to: String?
  @Option(help: "Where links in the HTML lead to (default: the address that serve would take)") var site:
    String?
  @OptionGroup var common: Common

  func run() async throws {
    let day = try asOf.map { try Day(cell: $0) }
    let settings = try common.settings()
    let address = site ?? "http://\(settings["host"]):\(settings["port"])"
    let report = ReportFile(
      cycle, form: (format ?? (common.json ? .json : .html)).form, language: try common.spoken, asOf: day,
      addressee: to)
    let bytes = try await common.with { try await $0.report(report, at: address) }
    Terminal.answer(bytes)
  }

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case html, json, csv
    var form: ReportFile.Form {
      switch self {
      case .html: .html
      case .json: .json
      case .csv: .csv
      }
    }
  }
}
