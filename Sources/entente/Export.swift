import App
import ArgumentParser
import Kernel

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes records to files, as of a day.",
    discussion: "Examples: entente export areas areas.csv; entente export --all --as-of 2010-09-22 folder")

  @Argument(help: "A kind and a file (.csv or .json); with --all, a folder") var arguments: [String]
  @Flag(help: "Every kind, one CSV file each") var all = false
  @Option(help: "The day, such as 2010-09-22; without it, all records there are") var asOf: String?
  @Flag(help: "Leave out what the public may not see") var `public` = false
  @Flag(help: "Begin CSV files without the mark by which spreadsheets know UTF-8") var noMark = false
  @OptionGroup var common: Common

  func validate() throws {
    guard arguments.count == (all ? 1 : 2) else {
      throw ValidationError(all ? "Name one folder." : "Name a kind and a file, or --all and a folder.")
    }
  }

  func run() async throws {
    let day = try asOf.map { try Day(cell: $0) }
    let viewer: Viewer = `public` ? .anyone : .host
    let written = try await common.with { partnership in
      if all {
        return try await partnership.exportAll(to: arguments[0], day: day, viewer: viewer, isMarked: !noMark)
      }
      let type = try Capabilities.kind(arguments[0])
      return [
        (
          type.plural,
          try await partnership.export(type, to: arguments[1], day: day, viewer: viewer, isMarked: !noMark)
        )
      ]
    }
    Terminal.table(written.map { [$0.0, String($0.1)] })
  }
}
