import App
import ArgumentParser
import Charters
import Kernel
import Telling

struct CharterCompare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Sets charters side by side; every cell says where in its file it was found.",
    discussion: """
      Examples: entente charter compare fsc gard
                entente charter compare --all --format csv
                entente charter compare fsc/2010 fsc/2017
      A name takes the edition in force today. Of two editions of one charter it also tells what was added, removed \
      and changed.
      """)

  @Argument(
    help: "Files, or names of charters that are built in: fsc, or fsc/2017",
    completion: .file(extensions: ["yaml"])) var charters: [String] = []
  @Flag(help: "All models that are built in") var all = false
  @ArgumentParser.Option(help: "table, json or csv (default: table; with --json: json)") var format: Format?
  @OptionGroup var common: Common

  func run() async throws {
    let names = charters + (all ? Models.adopted.filter { !charters.contains($0) } : [])
    guard names.count >= 2 else {
      throw Refusal("too-few")
    }
    let compared = try names.map { try CharterShelf.compared($0, on: .today) }
    let comparison = CharterComparison(compared, in: try common.spoken)
    switch common.json ? .json : format ?? .table {
    case .table: print(comparison.text, terminator: "")
    case .json: print(comparison.json)
    case .csv: print(comparison.csv, terminator: "")
    }
  }
}
