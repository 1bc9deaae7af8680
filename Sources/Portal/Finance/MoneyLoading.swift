internal import Finance
internal import Kernel
internal import Reporting
internal import Store
internal import Telling
internal import Web
internal import Workplan

/// What windows hold, from the lines of the report.
extension Loading {
  /// As many records stand on a page at the most; the lists of their kinds have all.
  private static let shownRecords = 50

  func money(_ lines: [WindowLine]) throws -> MoneyView {
    var entries: [(line: WindowLine, entry: MoneyLine)] = []
    for line in lines { entries += (line.received + line.allocations).map { (line, $0) } }
    entries.sort {
      ($0.entry.day?.description ?? "", $1.entry.record) > ($1.entry.day?.description ?? "", $0.entry.record)
    }
    return MoneyView(
      windows: lines.map { line in
        func text(_ minor: Int) -> String { words.amount(minor, line.currency) }
        return MoneyView.Window(
          name: window(line), held: text(line.held), allocated: text(line.allocated),
          setAside: text(line.setAside), free: text(line.free))
      },
      reserves: try lines.flatMap { line in
        try line.reserves.map { reserve in
          func text(_ minor: Int) -> String { words.amount(minor, line.currency) }
          return MoneyView.Reserve(
            window: window(line), area: try areas([reserve.area])[0], given: text(reserve.given),
            used: text(reserve.used), left: text(reserve.left))
        }
      },
      entries: try entries.prefix(Self.shownRecords).map { line, entry in
        MoneyView.Entry(
          window: window(line), kind: words.term("kind", entry.kind),
          record: Linked(Said(entry.donor ?? entry.record), .record(kind: entry.kind, id: entry.record)),
          places: try places(of: entry), day: entry.day, amount: words.amount(entry.minor, line.currency),
          basis: Basis(entry.provenance))
      }, all: entries.count)
  }

  private func window(_ line: WindowLine) -> Linked {
    Linked(said(line.name) ?? Said(line.record), .record(kind: Window.kind, id: line.record))
  }

  private func places(of entry: MoneyLine) throws -> [Linked] {
    guard let activity = entry.activity else { return try areas(entry.areas) }
    return [Linked(try name(ofRecord: Activity.kind, activity), .activity(activity))]
  }
}
