@testable import App
@testable import Finance
import Governance
import Kernel
@testable import Reporting
import Store
import Synchronization
import Testing

/// An allocation reads the accounts of its own window, however much the others hold.
@Suite struct LedgerReadingTests {
  /// Rows and statements by the table they were asked of first.
  private final class Tally: Sendable {
    let rows = Mutex<[String: Int]>([:])
    let statements = Mutex<[String: Int]>([:])
    func rows(of table: String) -> Int { rows.withLock { $0[table] ?? 0 } }
  }

  private final class CountedConnection: Connection {
    private let connection: any Connection
    private let tally: Tally
    init(_ connection: any Connection, _ tally: Tally) {
      self.connection = connection
      self.tally = tally
    }
    var dialect: Dialect { connection.dialect }
    func statement(_ sql: String) throws -> any PreparedStatement {
      let table = sql.firstMatch(of: /FROM "([a-z\-]+)"/).map { String($0.1) } ?? "other"
      tally.statements.withLock { $0[table, default: 0] += 1 }
      return CountedStatement(try connection.statement(sql)) { [tally] in
        tally.rows.withLock { $0[table, default: 0] += 1 }
      }
    }
    func execute(_ script: String) throws { try connection.execute(script) }
    func settle() throws { try connection.settle() }
    func loader(into table: String, columns: [String]) throws -> any RowLoader {
      try connection.loader(into: table, columns: columns)
    }
  }

  private final class CountedStatement: PreparedStatement {
    private let statement: any PreparedStatement
    private let sawRow: () -> Void
    init(_ statement: any PreparedStatement, _ sawRow: @escaping () -> Void) {
      self.statement = statement
      self.sawRow = sawRow
    }
    func run() throws -> Int { try statement.run() }
    func post(orElse refusal: @escaping @Sendable () -> Refusal) throws {
      try statement.post(orElse: refusal)
    }
    func next() throws -> Bool {
      let isThere = try statement.next()
      if isThere { sawRow() }
      return isThere
    }
    func reset() { statement.reset() }
    func bindNull() { statement.bindNull() }
    func bind(_ number: Int) { statement.bind(number) }
    func bind(_ number: Double) { statement.bind(number) }
    func bind(_ text: String) { statement.bind(text) }
    func bind(utf8: UnsafeBufferPointer<UInt8>) { statement.bind(utf8: utf8) }
    func bind(blob: UnsafeRawBufferPointer) { statement.bind(blob: blob) }
    func areNull(next count: Int) -> Bool { statement.areNull(next: count) }
    func skip(_ columns: Int) { statement.skip(columns) }
    func integer() throws -> Int { try statement.integer() }
    func real() throws -> Double { try statement.real() }
    func text() throws -> String { try statement.text() }
    func withText<T>(_ body: (UnsafeBufferPointer<UInt8>) throws -> T) throws -> T {
      try statement.withText(body)
    }
    func withBlob<T>(_ body: (UnsafeRawBufferPointer) throws -> T) throws -> T {
      try statement.withBlob(body)
    }
  }

  private struct CountedDatabase: RecordStore {
    let database: any RecordStore
    let tally: Tally
    var place: String { database.place }
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
      try await database.read { [tally] in try body(CountedConnection($0, tally)) }
    }
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
      try await database.write { [tally] in try body(CountedConnection($0, tally)) }
    }
    func rebuild<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
      try await database.rebuild(body)
    }
    func forgetErased() async throws { try await database.forgetErased() }
    func close() async throws { try await database.close() }
  }

  /// Gifts to another window, which an allocation of this one has no business with.
  private static func give(_ numbers: Range<Int>, _ partnership: App.Partnership) async throws {
    try await partnership.database.write { connection in
      let journal = try Journal(connection)
      for n in numbers {
        var gift = VoluntaryFund.gift("other-\(n)", 1_00)
        gift.window = .init("special-trust-fund")
        try journal.append(gift, NotePartnership.secretariat)
      }
    }
  }

  @Test func anAllocationReadsItsOwnWindowOnly() async throws {
    try await VoluntaryFund.with { partnership in
      func rowsRead(_ id: String) async throws -> (gifts: Int, pledges: Int, allocations: Int) {
        let tally = Tally()
        let counted = App.Partnership(
          database: CountedDatabase(database: partnership.database, tally: tally),
          address: partnership.address, unwatched: partnership.unwatched)
        let made = try await counted.allocate(
          try VoluntaryFund.wanted("1.00 USD", area: "gold", id: id), VoluntaryFund.intent)
        #expect(made.after.allocated - made.before.allocated == 1_00)
        return (tally.rows(of: "contribution"), tally.rows(of: "pledge"), tally.rows(of: "allocation"))
      }
      try await Self.give(0..<10, partnership)
      let first = try await rowsRead("one")
      try await Self.give(10..<300, partnership)
      let second = try await rowsRead("two")
      // The two gifts of this window, once before, once for the rule and once after; of the 300 others none.
      #expect(first.gifts == 6)
      #expect(second.gifts == first.gifts)
      #expect(second.pledges == 0)
      #expect(second.allocations <= 6)
    }
  }

  /// Many rows of a file are held to one reading of each window.
  @Test func aFileReadsEachWindowOnce() async throws {
    try await VoluntaryFund.with { partnership in
      let rows = try await partnership.database.read { connection in
        let tally = Tally()
        let counted = CountedConnection(connection, tally)
        var book = Cashbook(
          under: CharterBook(), cycles: try connection.cycleStarts(), today: VoluntaryFund.day)
        for n in 0..<50 {
          let refusals = try book.refusals(of: VoluntaryFund.gift("new-\(n)", 1_00), counted)
          #expect(refusals == [])
        }
        return tally.rows(of: "contribution")
      }
      #expect(rows == 2)
    }
  }

  /// What a book accepted stands in it, and is not taken from the store again as it was before.
  @Test func whatWasAcceptedIsNotReadAgain() async throws {
    try await VoluntaryFund.with { partnership in
      try await Self.give(0..<1, partnership)
      _ = try await partnership.allocate(
        try VoluntaryFund.wanted("50.00 USD", area: "gold", id: "moving"), VoluntaryFund.intent)
      let refused = try await partnership.database.read { connection in
        var book = Cashbook(
          under: CharterBook(), cycles: try connection.cycleStarts(), today: VoluntaryFund.day)
        var lowered = try #require(try connection.one(Allocation.ID("moving")))
        lowered.amount.minor = 10_00
        #expect(try book.refusals(of: lowered, connection) == [])
        var more = lowered
        more.id = .init("more")
        more.amount.minor = 85_00
        return (
          try book.refusals(of: more, connection).map(\.code),
          try {
            more.amount.minor = 90_01
            return try book.refusals(of: more, connection).map(\.code)
          }()
        )
      }
      #expect(refused.0 == [])
      #expect(refused.1.count == 1)
    }
  }
}
