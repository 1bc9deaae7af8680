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
  /// A row that is to be written.
  struct Write: Sendable {
    let line: Int
    let record: R
    /// What it follows, with its version; nil for a new record.
    let before: Versioned<R>?
    /// Records of the same kind that it refers to and only the file has, by field.
    let awaits: [(field: String, id: String)]
  }
  public let outcomes: [RowOutcome]
  let writes: [Write]

  /// The same plan without the rows that a further rule refuses, and without those that refer to such a row.
  ///
  /// - Parameter rule: asked of each row that would be written, with the record as it stands.
  public func refusing(_ rule: (R, _ before: R?) throws -> [Refusal]) rethrows -> ImportPlan {
    var found: [String: [Refusal]] = [:]
    for write in writes { found[write.record.id.text] = try rule(write.record, write.before?.record) }
    return refusing(found)
  }

  func refusing(_ refusals: [String: [Refusal]]) -> ImportPlan {
    var found = refusals.filter { !$0.value.isEmpty }
    let written = Set(writes.map(\.record.id.text))
    var waiting: [String: [Write]] = [:]
    for write in writes { for (_, id) in write.awaits { waiting[id, default: []].append(write) } }
    // One refusal can undo a chain of rows; each is looked at once.
    var gone = Array(found.keys) + waiting.keys.filter { !written.contains($0) }
    while let id = gone.popLast() {
      for write in waiting[id] ?? [] where found[write.record.id.text] == nil {
        found[write.record.id.text] = write.awaits.filter { $0.id == id }.map {
          MissingReference(field: $0.field, kind: R.kind, id: id).refusal
        }
        gone.append(write.record.id.text)
      }
    }
    return ImportPlan(
      outcomes: outcomes.map { outcome in
        guard outcome.verdict != .refused, let refusals = found[outcome.id] else { return outcome }
        return RowOutcome(
          line: outcome.line, id: outcome.id, verdict: .refused, changes: [], refusals: refusals)
      }, writes: writes.filter { found[$0.record.id.text] == nil })
  }

  /// Goes over what is to be written, with what was there.
  public func forEach(_ body: (R, _ before: R?) throws -> Void) rethrows {
    for write in writes { try body(write.record, write.before?.record) }
  }

  public func count(_ verdict: RowOutcome.Verdict) -> Int {
    outcomes.count { $0.verdict == verdict }
  }
}

extension Connection {
  /// Reads the rows of a file as records and compares them with those there are.
  ///
  /// A column that the file does not have leaves its field as it is; an empty cell empties it. A column `version`, as an
  /// export writes it, says which version a row was taken from: where the record has changed since, the row is a conflict
  /// and is not written.
  public func planImport<R: Record>(_ type: R.Type, _ file: CSVFile) throws -> ImportPlan<R> {
    var outcomes: [RowOutcome] = []
    var writes: [ImportPlan<R>.Write] = []
    var seen: [String: Int] = [:]
    let known = Set(R.schema.headings())
    if let unknown = file.headings.first(where: { $0 != "version" && !known.contains($0) }) {
      throw Refusal(
        "unknown-field.column", ["column": "\(unknown.prefix(80))"], field: "\(unknown.prefix(80))",
        file: file.name, line: file.firstLine)
    }
    let isWhole = file.headings.count - (file.headings.contains("version") ? 1 : 0) == known.count
    let inFile = Set(
      file.headings.firstIndex(of: "id").map { column in
        file.rows.compactMap { $0.cells.count > column ? CSV.unguarded($0.cells[column]) : nil }
      } ?? [])
    for row in file.rows {
      do {
        let cells = try file.cells(row)
        let own = cells.without("version")
        let now = try cells["id"].flatMap { try find(R.self, $0) }
        let record = try R.schema.whole(
          from: isWhole ? own : now.map { own.over(R.schema.cellsByHeading($0.record)) } ?? own)
        let id = record.id.text
        if let line = seen.updateValue(row.line, forKey: id) {
          throw Refusal("twice.row", ["id": .text(id), "line": "\(line)"], field: "id")
        }
        let changes = now.map { Self.changes(from: $0.record, to: record) } ?? []
        let version = try Int?(cells: cells, name: "version")
        let verdict: RowOutcome.Verdict =
          now == nil
          ? .add
          : changes.isEmpty ? .unchanged : version != nil && version != now?.version ? .conflict : .change
        // What is there already is as it is: only what would be written is held to the rules.
        let (dangling, awaits) =
          verdict == .unchanged ? ([], []) : try references(of: record, inFile: inFile)
        let refusals = verdict == .unchanged ? [] : record.refusals + dangling
        guard refusals.isEmpty else {
          outcomes.append(.init(line: row.line, id: id, verdict: .refused, changes: [], refusals: refusals))
          continue
        }
        outcomes.append(.init(line: row.line, id: id, verdict: verdict, changes: changes, refusals: []))
        if verdict == .add || verdict == .change {
          writes.append(.init(line: row.line, record: record, before: now, awaits: awaits))
        }
      } catch var refusal as Refusal {
        refusal.line = row.line
        outcomes.append(
          .init(
            line: row.line, id: row.cells.first ?? "", verdict: .refused, changes: [], refusals: [refusal]))
      }
    }
    return ImportPlan(outcomes: outcomes, writes: writes).refusing([:])
  }

  /// Writes what a plan says, one act a row. What is new holds as long as its own dates say; what changes holds from the
  /// intent's day.
  public func carryOut<R: Record>(
    _ plan: ImportPlan<R>, _ intent: Intent, _ stamp: Stamp = .system
  ) throws {
    let journal = try Journal(self, stamp)
    for write in plan.writes {
      var intent = intent
      if write.before == nil { intent.holdsFrom = nil }
      do { try journal.append(write.record, intent, after: write.before?.version) } catch var refusal
        as Refusal
      {
        refusal.line = refusal.line ?? write.line
        throw refusal
      }
    }
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

  /// What the record refers to and is not there, and what only the file may bring.
  private func references<R: Record>(
    of record: R, inFile: Set<String>
  ) throws -> (dangling: [Refusal], awaits: [(field: String, id: String)]) {
    var (dangling, awaits): ([Refusal], [(field: String, id: String)]) = ([], [])
    for missing in try missingReferences(of: record) {
      if missing.kind == R.kind && inFile.contains(missing.id) {
        awaits.append((missing.field, missing.id))
      } else {
        dangling.append(missing.refusal)
      }
    }
    return (dangling, awaits)
  }
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
