import Exchange
import Kernel
import Samples
import Store
import Testing
import Wording

@Suite struct ImportTests {
  private static func csv(_ buoys: [(Buoy, version: Int?)]) -> [UInt8] {
    var text = CSV.row(Buoy.schema.headings() + ["version"])
    for (buoy, version) in buoys {
      text += CSV.row(Buoy.schema.cells(buoy) + [version.map(String.init) ?? ""])
    }
    return Array(text.utf8)
  }

  @Test(arguments: Engine.allCases) func everyRowIsAnswered(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 1...4 { try journal.append(Buoy.sample(n), intent) }
        try journal.append(Buoy.sample(4, edited: 1), intent, after: 1)
      }
      var bad = Buoy.sample(9)
      bad.depth = 20_000
      let lonely = Buoy.sample(10, mother: Buoy.ID("nobody"))
      let child = Buoy.sample(11, mother: Buoy.ID("buoy-12"))
      let file = try CSVFile(
        Self.csv([
          (Buoy.sample(1), 1), (Buoy.sample(2, edited: 5), 1), (Buoy.sample(4, edited: 7), 1), (bad, nil),
          (lonely, nil), (child, nil), (Buoy.sample(12), nil), (Buoy.sample(12), nil),
        ]), name: "buoys.csv")
      let plan = try await database.read { try $0.planImport(Buoy.self, file) }
      #expect(
        plan.outcomes.map { "\($0.id) \($0.verdict.rawValue)" } == [
          "buoy-1 unchanged", "buoy-2 change", "buoy-4 conflict", "buoy-9 refused", "buoy-10 refused",
          "buoy-11 add", "buoy-12 add", "buoy-12 refused",
        ])
      #expect(
        plan.outcomes[1].changes.map { "\($0.field): \($0.before) > \($0.after)" } == [
          "note: two\nlines edit 0 > two\nlines edit 5"
        ])
      #expect(plan.outcomes[3].refusals.map(\.description) == ["depth: expected 0 to 11000"])
      #expect(plan.outcomes[4].refusals.map(\.description) == ["mother: there is no buoy “nobody”"])
      // A plan writes nothing; carried out, it writes what it said.
      try await #expect(database.read { try $0.journalHead().seq } == 5)
      try await database.write { try $0.carryOut(plan, intent, .fixed) }
      try await #expect(database.read { try $0.journalHead().seq } == 8)
      try await #expect(database.read { try $0.one(Buoy.ID("buoy-11")) } == child)
    }
  }

  @Test func whatWentOutComesBackTheSame() async throws {
    try await Engine.memory.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<60 { try journal.append(Buoy.sample(n), intent) }
      }
      let text = try await database.read { connection in
        var text = ""
        try connection.exportCSV(Buoy.self, viewer: .host) { text += $0 }
        return text
      }
      let file = try CSVFile(Array(text.utf8), name: "buoys.csv")
      let plan = try await database.read { try $0.planImport(Buoy.self, file) }
      #expect(plan.outcomes.count == 60)
      #expect(plan.count(.unchanged) == 60)
    }
  }

  @Test(arguments: [
    ("", "file.csv: the file is empty"),
    ("id,id\na,b", "file.csv:1: two columns are called “id”"),
    (
      "id,\na,b",
      "file.csv:2: the row has 2 cells where 1 columns are named; is a comma or a line end missing its quotes?"
    ),
    ("id,note\n\"a,b", "file.csv:2: a quote is opened here and never closed"),
    ("id\n\0", "file.csv: the file is no text: it holds a zero byte at byte 3"),
  ])
  func filesThatAreNoTablesAreRefused(text: String, sentence: String) {
    let refusal = #expect(throws: Refusal.self) {
      let file = try CSVFile(Array(text.utf8), name: "file.csv")
      for row in file.rows {
        do { _ = try file.cells(row) } catch var refusal as Refusal {
          refusal.file = "file.csv"
          throw refusal
        }
      }
    }
    #expect(refusal?.description == sentence)
  }

  @Test func whatSpreadsheetsSaveIsRead() throws {
    let excel = try CSVFile(
      Array("\u{FEFF}id;note\r\na;\"x;y\"\r\n;\r\nb;\"two\r\nlines\"\r\n".utf8), name: "f")
    #expect(excel.headings == ["id", "note"])
    #expect(excel.rows.map(\.cells) == [["a", "x;y"], ["b", "two\r\nlines"]])
    #expect(excel.rows.map(\.line) == [2, 4])
    #expect(throws: Refusal.self) { try CSVFile([0xFF, 0xFE, 0x69, 0], name: "f") }
    #expect(throws: Refusal.self) { try CSVFile([0x69, 0x64, 0x0A, 0xE9], name: "f") }
  }

  /// A file that says on its first line by what it is parted, as some spreadsheets write it and all read it.
  @Test(arguments: ["\n", "\r\n"]) func theFirstLineMaySayByWhatAFileIsParted(end: String) throws {
    let lines = ["sep=|", "id|note", "a|x;y,z;w"]
    let file = try CSVFile(Array(lines.map { $0 + end }.joined().utf8), name: "f")
    #expect(file.headings == ["id", "note"])
    #expect(file.rows.map(\.cells) == [["a", "x;y,z;w"]])
  }

  /// A row that refers to one which cannot be written is refused with it, and so is what refers to that.
  @Test func whatRefersToARefusedRowIsRefused() async throws {
    try await Engine.memory.withBuoys { database in
      var bad = Buoy.sample(1)
      bad.depth = 20_000
      let file = try CSVFile(
        Self.csv([
          (Buoy.sample(3, mother: Buoy.ID("buoy-2")), nil), (Buoy.sample(2, mother: Buoy.ID("buoy-1")), nil),
          (bad, nil), (Buoy.sample(4), nil),
        ]), name: "buoys.csv")
      let plan = try await database.read { try $0.planImport(Buoy.self, file) }
      #expect(
        plan.outcomes.map { "\($0.id) \($0.verdict.rawValue)" } == [
          "buoy-3 refused", "buoy-2 refused", "buoy-1 refused", "buoy-4 add",
        ])
      #expect(plan.outcomes[0].refusals.map(\.description) == ["mother: there is no buoy “buoy-2”"])
    }
  }
}
