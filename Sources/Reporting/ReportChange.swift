public import Governance
public import Kernel
public import Store

/// What an act does to the progress report of one cycle, were the report made again.
public struct ReportChange: Composed {
  /// A line that is new, gone or told otherwise.
  public struct Line: Composed {
    public enum Kind: String, Code { case added, removed, changed }
    /// The part of the report it stands in.
    public var section: String
    public var kind: String
    public var record: String
    public var change: Kind

    public static let schema = Schema(
      "report-change-line", Line.init,
      Field("section", \.section),
      Field("kind", \.kind),
      Field("record", \.record),
      Field("change", \.change))
  }
  public var cycle: String
  /// The day the report speaks of.
  public var asOf: Day
  /// The parts that read otherwise, by the names they have in its JSON: sums and shares among them, which are no line.
  public var parts: [String]
  public var lines: [Line]

  public static let schema = Schema(
    "report-change", ReportChange.init,
    Field("cycle", \.cycle),
    Field("as_of", \.asOf),
    Field("parts", \.parts),
    Field("lines", \.lines))
}

extension ReportChange {
  /// - Parameter before: nil where the cycle was not there.
  /// - Returns: nil where the report reads as before.
  static func between(_ before: ProgressReport?, _ after: ProgressReport) throws -> ReportChange? {
    let was = Dictionary(try before?.partsAsJSON ?? []) { first, _ in first }
    let parts = try after.partsAsJSON.filter { was[$0.0] != $0.1 }.map { $0.0 }
    guard !parts.isEmpty else { return nil }
    let lines = Line.changes(from: before?.lines ?? [], to: after.lines)
    return ReportChange(cycle: after.cycle.record, asOf: after.asOf, parts: parts, lines: lines)
  }
}

extension ProgressReport {
  fileprivate var partsAsJSON: [(String, String)] {
    get throws { try JSONReader.members(of: json).map { ($0.name, $0.text) } }
  }
}

extension ReportChange.Line {
  /// Lines of the same record in the same part are set beside each other in their order.
  static func changes(from before: [ReportLine], to after: [ReportLine]) -> [Self] {
    func grouped(_ lines: [ReportLine]) -> [Place: [ReportLine]] {
      Dictionary(grouping: lines, by: Place.init)
    }
    let (was, isNow) = (grouped(before), grouped(after))
    var seen: Set<Place> = []
    return (after + before).map(Place.init).filter { seen.insert($0).inserted }.compactMap { place in
      let (old, new) = (was[place] ?? [], isNow[place] ?? [])
      guard old != new else { return nil }
      let change: Kind = old.isEmpty ? .added : new.isEmpty ? .removed : .changed
      return Self(section: place.section, kind: place.kind, record: place.record, change: change)
    }
  }

  private struct Place: Hashable {
    let section: String
    let kind: String
    let record: String

    init(_ line: ReportLine) {
      section = line.section
      kind = line.kind
      record = line.record
    }
  }
}

/// The progress reports of every cycle as they would be made at one moment of a transaction.
public struct ReportsOfCycles: Sendable {
  private let reports: [ProgressReport]

  /// - Parameter today: the day that the report of an open cycle speaks of.
  public init(today: Day, _ charters: CharterBook, _ connection: any Connection) throws {
    reports = try connection.all(Cycle.self, "ORDER BY id").map { cycle in
      try connection.report(on: cycle, asOf: cycle.reportedOn ?? today, charters)
    }
  }

  /// What reads otherwise at a later moment.
  public func changes(to later: ReportsOfCycles) throws -> [ReportChange] {
    let before = Dictionary(reports.map { ($0.cycle.record, $0) }) { first, _ in first }
    return try later.reports.compactMap { try .between(before[$0.cycle.record], $0) }
  }
}
