import App
import ArgumentParser
import Exchange
import Kernel
import Store

enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

struct ListRecords: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the records of a kind, as of a day.",
    discussion:
      "Examples: entente list areas --as-of 2010-09-22; entente list activities --where mode=capacity-building"
  )

  @Argument(help: "A kind, such as areas or partner") var kind: String
  @Option(help: "The day, such as 2010-09-22; today if left out") var asOf: String?
  @Option(name: .customLong("where"), help: "FIELD=VALUE; may stand several times") var conditions: [String] =
    []
  @Option(help: "table, json or csv") var format: Format = .table
  @OptionGroup var common: Common

  func run() async throws {
    let type = try Capabilities.kind(kind)
    let day = try await common.day(asOf)
    let filters = try conditions.map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw Refusal("where", ["condition": "\(condition)"]) }
      return (field: String(parts[0]), value: String(parts[1]))
    }
    try await common.with { try await list(type, $0, day, filters) }
  }

  private func list<R: Record>(
    _ type: R.Type, _ partnership: Partnership, _ day: Day, _ filters: [(field: String, value: String)]
  ) async throws {
    let listing = Listing(day: day, filters: filters, limit: .max, viewer: .host)
    let language = try common.spoken
    let form = common.json ? .json : format
    // Each record is told as it is read, so that a long list takes no more memory than a short one; only a table waits for
    // all of them, to know how wide its columns are.
    try await partnership.database.read { connection in
      switch form {
      case .table:
        var rows = [R.schema.fields.prefix(5).map { $0.name }]
        try connection.forEach(R.self, listing) { item in
          rows.append(Array(R.schema.shown(item.record, in: language).prefix(5)))
        }
        Terminal.table(rows)
      case .json:
        var opening = "["
        try connection.forEach(R.self, listing) { item in
          var json = JSONWriter()
          R.schema.write(item.record, to: &json)
          print(opening, json.text, separator: "", terminator: "")
          opening = ",\n"
        }
        print(opening == "[" ? "[]" : "]")
      case .csv:
        print(CSV.row(R.schema.headings() + ["version"]), terminator: "")
        try connection.forEach(R.self, listing) { item in
          print(CSV.row(R.schema.cells(item.record) + [String(item.version)]), terminator: "")
        }
      }
    }
  }
}
