import Kernel
import Store
import StoreSQLite
import Testing
@testable import Workplan

/// An observation as it was declared before projects had numbers of their own.
private struct OldObservation: Record {
  var id: ID
  var indicator: String
  var medium: String?
  var scope: String
  var referenceYear: When?
  var amount: Figure
  var text: Translated?
  var provenance: Provenance

  static let schema = Schema(
    "observation", OldObservation.init, Field("id", \.id), Field("indicator", \.indicator, .word),
    Field("medium", \.medium, .word), Field("scope", \.scope, .notEmpty),
    Field("reference_year", \.referenceYear), Field("amount", \.amount), Field("text", \.text),
    Field("provenance", \.provenance))
}

/// What was recorded before a field was there is read without it.
@Suite struct OldObservationTests {
  private static let old = OldObservation(
    id: .init("ob-air"), indicator: "releases", medium: "air", scope: "world", referenceYear: When(2010),
    amount: Figure(value: 1960, unit: "t", source: "gma-2013", verification: .verified),
    text: Translated(.fr, "Évaluation de 2013."), provenance: Provenance(["gma-2013"]))
  private static let today = Observation(
    id: .init("ob-air"), indicator: "releases", activity: nil, medium: "air", scope: "world",
    referenceYear: When(2010),
    amount: Figure(value: 1960, unit: "t", source: "gma-2013", verification: .verified), counts: [],
    text: Translated(.fr, "Évaluation de 2013."), provenance: Provenance(["gma-2013"]))

  @Test func aJournalFromBeforeProjectsHadNumbersIsReplayed() async throws {
    let database = try SQLiteDatabase(path: nil)
    let others = NotePartnership.types.filter { $0 != Observation.self }
    try await database.write { connection in
      try Projection(others + [OldObservation.self]).create(connection)
      try Journal(connection).append(Self.old, NotePartnership.secretariat)
    }
    let projection = Projection(NotePartnership.types)
    #expect(try await database.read { try projection.outdated($0).map { $0.kind } } == ["observation"])
    _ = try await database.rebuild { try projection.rebuild($0) }
    let (read, differences, acts) = try await database.write { connection in
      (
        try connection.one(Observation.ID("ob-air")), try projection.differences(connection),
        try connection.verifyChain().acts
      )
    }
    #expect(read == Self.today)
    #expect(differences == [])
    #expect(acts == 1)
    // It can be changed from there on, and is then written as it is declared today.
    try await database.write { connection in
      var changed = Self.today
      changed.counts = ["JO"]
      changed.amount = Figure(value: 1, unit: "country", source: "test")
      try Journal(connection).append(changed, NotePartnership.secretariat, after: 1)
    }
    #expect(try await database.write { try projection.differences($0) } == [])
    try await database.close()
  }

  @Test func aSpreadsheetWithoutTheNewColumnsIsTaken() throws {
    let cells = Cells(
      headings: OldObservation.schema.headings(), cells: OldObservation.schema.cells(Self.old))
    #expect(try Observation.schema.whole(from: cells) == Self.today)
  }
}
