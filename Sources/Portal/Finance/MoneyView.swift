import Kernel
internal import Markup
internal import Telling
internal import Web

/// What windows hold, for what it is set aside, what of it is allocated, and the records all this follows from.
struct MoneyView: Sendable {
  /// One window in one currency.
  struct Window: Sendable {
    var name: Linked
    var held: String
    var allocated: String
    var setAside: String
    var free: String
  }
  /// What is set aside in a window for one area.
  struct Reserve: Sendable {
    var window: Linked
    var area: Linked
    var given: String
    var used: String
    var left: String
  }
  /// A record by which money came in or went out.
  struct Entry: Sendable {
    var window: Linked
    /// The kind, in the reader's language.
    var kind: String
    var record: Linked
    /// What it is bound to or paid for; nothing where it is free.
    var places: [Linked]
    var day: When?
    var amount: String
    var basis: Basis
  }
  var windows: [Window] = []
  var reserves: [Reserve] = []
  /// Those that are shown, the newest first.
  var entries: [Entry] = []
  /// How many there are.
  var all = 0

  var isEmpty: Bool { windows.isEmpty }
}

extension Page {
  func money(_ view: MoneyView) -> HTML {
    guard !view.isEmpty else { return empty(words["money.window.none"]) }
    return """
      \(windowTable(view.windows))\
      \(view.reserves.isEmpty ? nil : reserveTable(view.reserves))\
      \(view.entries.isEmpty ? nil : entryTable(view))
      """
  }

  private func windowTable(_ windows: [MoneyView.Window]) -> HTML {
    table(
      TableView(
        words["money.windows"],
        columns: [
          .init(words["column.window"]), .init(words["column.held"], isNumber: true),
          .init(words["column.allocated"], isNumber: true), .init(words["column.setAside"], isNumber: true),
          .init(words["column.free"], isNumber: true),
        ],
        rows: windows.map { row in
          [linked(row.name), "\(row.held)", "\(row.allocated)", "\(row.setAside)", "\(row.free)"]
        }))
  }

  private func reserveTable(_ reserves: [MoneyView.Reserve]) -> HTML {
    table(
      TableView(
        words["money.reserves"],
        columns: [
          .init(words["column.area"]), .init(words["column.window"]),
          .init(words["column.held"], isNumber: true), .init(words["column.allocated"], isNumber: true),
          .init(words["column.left"], isNumber: true),
        ],
        rows: reserves.map { row in
          [linked(row.area), linked(row.window), "\(row.given)", "\(row.used)", "\(row.left)"]
        }))
  }

  private func entryTable(_ view: MoneyView) -> HTML {
    let shown = words.number(Double(view.entries.count))
    return table(
      TableView(
        words["money.records"],
        remark: view.entries.count < view.all
          ? words["money.records.some", ["shown": shown, "all": words.number(Double(view.all))]]
          : words.count("count.record", view.all),
        columns: [
          .init(words["column.record"]), .init(words["column.kind"]), .init(words["column.window"]),
          .init(words["column.for"]), .init(words["column.date"]),
          .init(words["column.amount"], isNumber: true), .init(words["column.source"]),
        ],
        rows: view.entries.map { row in
          [
            linked(row.record), "\(row.kind)", linked(row.window),
            row.places.isEmpty ? "\(words["money.free"])" : linked(row.places),
            row.day.map { date($0) } ?? notStated, "\(row.amount)", basis(row.basis),
          ]
        }))
  }
}
