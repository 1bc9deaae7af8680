import Kernel
import Testing

/// Numbers, dates and flags as spreadsheets of several countries save them.
@Suite struct SpreadsheetHabitTests {
  private static func cells(_ cell: String, beside others: [String] = [], semicolons: Bool = false) -> Cells {
    var habits = SpreadsheetHabits()
    habits.hasDecimalComma = semicolons
    for other in others + [cell] { habits.notice(other) }
    return Cells(headings: ["x"], cells: [cell], habits: habits)
  }

  @Test(arguments: [
    ("TRUE", true), ("False", false), ("VRAI", true), ("faux", false), ("VERDADERO", true), ("FALSO", false),
    ("ИСТИНА", true), ("ложь", false), (" true ", true), ("1", true), ("0", false),
  ])
  func flags(cell: String, flag: Bool) throws {
    #expect(try Bool(cells: Self.cells(cell), name: "x") == flag)
  }

  @Test(arguments: ["ja", "2", "yes", "x"]) func whatIsNoFlag(cell: String) {
    #expect(throws: Refusal.self) { try Bool(cells: Self.cells(cell), name: "x") }
  }

  @Test(arguments: [
    ("12.5", false, 12.5), ("1,234", false, 1234), ("1,234,567.5", false, 1_234_567.5),
    ("1 234,5", true, 1234.5),
    ("1\u{202F}234,5", true, 1234.5), ("12,5", true, 12.5), ("1.234,5", true, 1234.5),
    ("1.234.567", true, 1_234_567),
    ("1'234.5", false, 1234.5), ("1.5E+06", false, 1_500_000), ("-3", false, -3), ("\u{2212}3", false, -3),
    ("+3", false, 3),
    ("1.5", true, 1.5), (" 7 ", false, 7),
  ])
  func numbers(cell: String, semicolons: Bool, value: Double) throws {
    #expect(try Double(cells: Self.cells(cell, semicolons: semicolons), name: "x") == value)
  }

  /// Read by a rule that does not fit it, a number would be another: it is refused.
  @Test(arguments: [
    ("12,5", false), ("1,23,456", false), ("1,2345", false), ("NaN", false), ("1e999", false), ("∞", false),
    ("12..5", false),
    ("1,2,3", true), ("--1", false), ("1 ,", true), ("", false), ("0x10", false), ("١٢", false),
  ])
  func whatIsNoNumber(cell: String, semicolons: Bool) {
    #expect(throws: Refusal.self) { try Double(cells: Self.cells(cell, semicolons: semicolons), name: "x") }
  }

  @Test func aWholeNumberMayHaveItsZeros() throws {
    #expect(try Int(cells: Self.cells("12.00"), name: "x") == 12)
    #expect(throws: Refusal.self) { try Int(cells: Self.cells("12.5"), name: "x") }
  }

  @Test(
    arguments: [
      ("2010-09-22", []), ("2010/09/22", []), ("22.09.2010", []), ("22.9.2010", []), ("22/09/2010", []),
      ("9/22/2010", []),
      ("2010-09-22 00:00:00", []), ("2010-09-22T00:00:00.000", []), ("22-09-2010", []),
    ] as [(String, [String])])
  func days(cell: String, others: [String]) throws {
    #expect(try Day(cells: Self.cells(cell, beside: others), name: "x") == Day(2010, 9, 22))
  }

  @Test func theFileShowsTheOrder() throws {
    #expect(try Day(cells: Self.cells("03/04/2010", beside: ["22/09/2010"]), name: "x") == Day(2010, 4, 3))
    #expect(try Day(cells: Self.cells("03/04/2010", beside: ["9/22/2010"]), name: "x") == Day(2010, 3, 4))
    #expect(try When(cells: Self.cells("03/04/2010", beside: ["9/22/2010"]), name: "x") == When(2010, 3, 4))
    #expect(try Day(cells: Self.cells("04/04/2010"), name: "x") == Day(2010, 4, 4))
    for others in [[], ["22/09/2010", "9/22/2010"]] {
      let refusal = #expect(throws: Refusal.self) {
        try Day(cells: Self.cells("03/04/2010", beside: others), name: "x")
      }
      #expect(refusal?.code == "day")
      #expect(refusal?.field == "x")
    }
  }

  @Test(arguments: [
    "31/02/2010", "22/13/2010", "13/13/2010", "22/09/10", "2010-09-22 14:05", "Sep-10", "40443", "2010-9-2x",
  ])
  func whatIsNoDay(cell: String) {
    #expect(throws: Refusal.self) { try Day(cells: Self.cells(cell, beside: ["22/09/2010"]), name: "x") }
  }

  /// A text keeps what it has: a code with zeros before it, a date that is a name.
  @Test(arguments: ["007", "03/04/2010", " a ", "1,5", "TRUE"]) func textStays(cell: String) throws {
    #expect(try String(cells: Self.cells(cell), name: "x") == cell)
  }
}
