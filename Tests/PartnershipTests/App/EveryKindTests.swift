@testable import App
import Exchange
import Kernel
import Samples
import Store
import StoreSQLite
import Testing

/// What holds for every kind of record, without naming one: a new kind is in these tests by being declared.
@Suite struct EveryKindTests {
  private static func text<R: Record>(_ record: R) -> String {
    String(decoding: R.schema.json(record), as: UTF8.self)
  }

  private static func comesBack<R: Record>(_ type: R.Type, filled: Bool) throws {
    let record = try SampleRecord.of(R.self, filled: filled)
    let again = try JSONReader.read(R.schema.json(record)) { try R(json: &$0) }
    #expect(again == record, "\(R.kind) as JSON")
    let cells = Cells(headings: R.schema.headings(), cells: R.schema.cells(record))
    #expect(text(try R.schema.whole(from: cells)) == text(record), "\(R.kind) as cells")
    #expect(R.schema.headings().count == Set(R.schema.headings()).count, "\(R.kind) has a heading twice")
  }

  @Test(arguments: [true, false]) func everyKindComesBackFromJSONAndCells(filled: Bool) throws {
    #expect(Capabilities.records.count > 55)
    for type in Capabilities.records { try Self.comesBack(type, filled: filled) }
  }

  /// What an act says in the open and what it seals. The open half alone is a record as well, unless nothing is open: what was
  /// erased leaves one that can be read.
  private static func isParted<R: Record>(_ type: R.Type) throws {
    let record = try SampleRecord.of(R.self, filled: true)
    var (open, sealed) = (JSONWriter(), JSONWriter())
    record.writeOpen(to: &open)
    if R.isSealed { record.writeSealed(to: &sealed) }
    let hidden = R.schema.fields.filter { $0.sight != .everyone }.map { "\"\($0.name)\":" }
    #expect(hidden.allSatisfy { !open.text.contains($0) }, "\(R.kind) shows what it keeps from some")
    #expect((open.text == "{}") == R.isSealedWhole, "\(R.kind)")
    #expect(R.isSealed == (R.sight != .everyone || !hidden.isEmpty), "\(R.kind)")
    guard R.isSealed else { return #expect(open.bytes == R.schema.json(record), "\(R.kind)") }
    let parts = try R.parted(R.schema.json(record))
    #expect(parts.open == open.bytes && parts.sealed == sealed.bytes, "\(R.kind)")
    guard !R.isSealedWhole else { return }
    let left = try JSONReader.read(open.bytes) { try R(json: &$0) }
    #expect(R.schema.cells(left, for: .anyone) == R.schema.cells(record, for: .anyone), "\(R.kind)")
  }

  @Test func everyKindIsSealedWhereNotEveryoneSeesIt() throws {
    for type in Capabilities.records { try Self.isParted(type) }
    #expect(Capabilities.records.filter { $0.isSealed }.count >= 5)
  }

  @Test func everyKindComesBackFromItsTableAndItsActs() async throws {
    let database = try SQLiteDatabase(path: nil)
    let different = try await database.write { connection in
      try Capabilities.projection.create(connection)
      let journal = try Journal(connection)
      for type in Capabilities.records { try Self.write(type, journal) }
      try connection.settle()
      for type in Capabilities.records { try Self.readBack(type, connection) }
      return try Capabilities.projection.differences(connection)
    }
    #expect(different == [])
  }

  private static func write<R: Record>(_ type: R.Type, _ journal: Journal) throws {
    do {
      try journal.append(try SampleRecord.of(R.self, filled: true), Intent("test", by: "x", as: .secretariat))
    } catch {
      Issue.record("\(R.kind): \(error)")
    }
  }

  private static func readBack<R: Record>(_ type: R.Type, _ connection: any Connection) throws {
    let record = try SampleRecord.of(R.self, filled: true)
    #expect(try connection.one(R.ID("x")) == record, "\(R.kind) from its table")
    // What goes out as a spreadsheet comes in as what it was.
    var csv = ""
    try connection.exportCSV(R.self, viewer: .host) { csv += $0 }
    let plan = try connection.planImport(R.self, CSVFile(Array(csv.utf8), name: "\(R.plural).csv"))
    #expect(
      plan.outcomes.map(\.verdict) == [.unchanged], "\(R.kind) as CSV: \(plan.outcomes.flatMap(\.refusals))")
  }

  /// PostgreSQL makes a table only after those that it refers to.
  @Test func everyKindStandsAfterThoseItRefersTo() {
    var made: Set<String> = []
    for type in Capabilities.records {
      let needed = Set(Self.references(of: type)).subtracting([type.kind])
      #expect(needed.subtracting(made) == [], "\(type.kind)")
      made.insert(type.kind)
    }
  }

  private static func references<R: Record>(of type: R.Type) -> [String] {
    Table(R.self).columns.compactMap(\.references)
  }

  @Test func noTwoKindsShareANameOrAnAddress() {
    let kinds = Capabilities.records.map { $0.kind }
    let plurals = Capabilities.records.map { $0.plural }
    #expect(Set(kinds).count == kinds.count)
    #expect(Set(plurals).count == plurals.count)
    // News and expertise have no plural of their own; no other kind may be called as another is in the plural.
    let others = Capabilities.records.filter { $0.kind != $0.plural }.map { $0.plural }
    #expect(Set(kinds).isDisjoint(with: Set(others)))
  }
}
