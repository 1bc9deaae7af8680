public import Kernel
public import Store
internal import Wording

/// What would become of one row of a file.
public struct RowOutcome: Sendable {
  public enum Verdict: String, Sendable {
    case add, change, unchanged, conflict, refused
  }
  /// The line of the file where the row begins.
  public let line: Int
  public let id: String
  public let verdict: Verdict
  /// The fields that change, with the text now and the text to come.
  public let changes: [(field: String, before: String, after: String)]
  public let refusals: [Refusal]
}

/// What a whole file would do, row by row. Nothing is written by making it.
public struct ImportPlan<R: Record>: Sendable {
  public let outcomes: [RowOutcome]
  /// What is to be written: the record, and what it follows with its version; nil for a new one.
  let writes: [(record: R, before: Versioned<R>?)]

  /// The same plan without the rows that a further rule refuses.
  ///
  /// - Parameter rule: asked of each row that would be written, with the record as it stands.
  public func refusing(_ rule: (R, _ before: R?) throws -> [Refusal]) rethrows -> ImportPlan {
    var found: [String: [Refusal]] = [:]
    for write in writes { found[write.record.id.text] = try rule(write.record, write.before?.record) }
    func isRefused(_ id: String) -> Bool { !(found[id] ?? []).isEmpty }
    return ImportPlan(
      outcomes: outcomes.map { outcome in
        guard outcome.verdict != .refused, isRefused(outcome.id) else { return outcome }
        return RowOutcome(
          line: outcome.line, id: outcome.id, verdict: .refused, changes: [],
          refusals: found[outcome.id] ?? [])
      }, writes: writes.filter { !isRefused($0.record.id.text) })
  }

  public func count(_ verdict: RowOutcome.Verdict) -> Int {
    outcomes.count { $0.verdict == verdict }
  }
}

extension Connection {
  /// Reads the rows of a file as records and compares them with those there are.
  ///
  /// A column `version`, as an export writes it, says which version a row was taken from: where the record has
  /// changed since, the row is a conflict and is not written.
  public func planImport<R: Record>(_ type: R.Type, _ file: CSVFile) throws -> ImportPlan<R> {
    var outcomes: [RowOutcome] = []
    var writes: [(record: R, before: Versioned<R>?)] = []
    var seen: [String: Int] = [:]
    let inFile = Set(
      file.headings.firstIndex(of: "id").map { column in
        file.rows.compactMap { $0.cells.count > column ? CSV.unguarded($0.cells[column]) : nil }
      } ?? [])
    for row in file.rows {
      do {
        let cells = try file.cells(row)
        let record = try R.schema.whole(from: cells.without("version"))
        let id = record.id.text
        if let line = seen.updateValue(row.line, forKey: id) {
          throw Refusal("twice.row", ["id": .text(id), "line": "\(line)"], field: "id")
        }
        let refusals = record.refusals + (try danglingReferences(of: record, inFile: inFile))
        guard refusals.isEmpty else {
          outcomes.append(.init(line: row.line, id: id, verdict: .refused, changes: [], refusals: refusals))
          continue
        }
        let now = try find(R.self, id)
        let basedOn = cells["version"].flatMap(Int.init)
        let changes = now.map { Self.changes(from: $0.record, to: record) } ?? []
        let verdict: RowOutcome.Verdict =
          now == nil
          ? .add
          : changes.isEmpty
            ? .unchanged
            : basedOn != nil && basedOn != now?.version ? .conflict : .change
        outcomes.append(.init(line: row.line, id: id, verdict: verdict, changes: changes, refusals: []))
        if verdict == .add || verdict == .change { writes.append((record, now)) }
      } catch var refusal as Refusal {
        refusal.line = row.line
        outcomes.append(
          .init(
            line: row.line, id: row.cells.first ?? "", verdict: .refused, changes: [], refusals: [refusal]))
      }
    }
    return ImportPlan(outcomes: outcomes, writes: writes)
  }

  /// Writes what a plan says, one act a row.
  public func carryOut<R: Record>(
    _ plan: ImportPlan<R>, _ intent: Intent, _ stamp: Stamp = .system
  ) throws {
    let journal = try Journal(self, stamp)
    for (record, before) in plan.writes { try journal.append(record, intent, after: before?.version) }
    try settle()
  }

  private static func changes<R: Record>(
    from before: R, to after: R
  ) -> [(field: String, before: String, after: String)] {
    let (old, new) = (R.schema.cells(before), R.schema.cells(after))
    return zip(R.schema.headings(), zip(old, new)).compactMap { heading, cells in
      cells.0 == cells.1 ? nil : (heading, cells.0, cells.1)
    }
  }

  private func danglingReferences<R: Record>(of record: R, inFile: Set<String>) throws -> [Refusal] {
    let values = ValueCollector()
    record.bind(to: values)
    var refusals: [Refusal] = []
    for (column, value) in zip(Table(R.self).columns, values.texts) {
      guard let kind = column.references, let value, !(kind == R.kind && inFile.contains(value))
      else { continue }
      let there = try self.value("SELECT count(*) FROM \(column: kind) WHERE id = \(value)", as: Int.self)
      if there == 0 {
        refusals.append(
          Refusal(
            code: "dangling-reference",
            Phrase("refusal.not-found", ["kind": .text(kind), "id": .text(value)]), field: column.name))
      }
    }
    return refusals
  }
}

extension Cells {
  func without(_ heading: String) -> Cells {
    let kept = headings.filter { $0 != heading }
    return Cells(headings: kept, cells: kept.map { self[$0] ?? "" })
  }
}

/// Takes the values of a record as text, column by column.
private final class ValueCollector: Binder {
  var texts: [String?] = []
  func bindNull() { texts.append(nil) }
  func bind(_ number: Int) { texts.append(String(number)) }
  func bind(_ number: Double) { texts.append(String(number)) }
  func bind(_ text: String) { texts.append(text) }
  func bind(utf8: UnsafeBufferPointer<UInt8>) { texts.append(String(decoding: utf8, as: UTF8.self)) }
  func bind(blob: UnsafeRawBufferPointer) { texts.append(nil) }
}

extension ImportPlan {
  /// The plan for a program.
  public var json: String {
    var json = JSONWriter()
    json.raw(#"{"rows":["#)
    for (index, outcome) in outcomes.enumerated() {
      if index > 0 { json.raw(",") }
      json.raw(#"{"line":"#)
      json.write(outcome.line)
      json.raw(#","id":"#)
      json.write(outcome.id)
      json.raw(#","verdict":"#)
      json.write(outcome.verdict.rawValue)
      json.raw(#","changes":["#)
      for (index, change) in outcome.changes.enumerated() {
        if index > 0 { json.raw(",") }
        json.raw(#"{"field":"#)
        json.write(change.field)
        json.raw(#","before":"#)
        json.write(change.before)
        json.raw(#","after":"#)
        json.write(change.after)
        json.raw("}")
      }
      json.raw(#"],"refusals":["#)
      for (index, refusal) in outcome.refusals.enumerated() {
        if index > 0 { json.raw(",") }
        refusal.write(to: &json)
      }
      json.raw("]}")
    }
    json.raw("]}")
    return json.text
  }
}
