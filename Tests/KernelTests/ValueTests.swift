import Kernel
import Testing
import Wording

@Suite struct WhenTests {
  @Test(arguments: [
    ("2010", "2010-01-01", "2010-12-31"), ("2010-09", "2010-09-01", "2010-09-30"),
    ("2012-02", "2012-02-01", "2012-02-29"), ("2010-12", "2010-12-01", "2010-12-31"),
    ("2010-09-22", "2010-09-22", "2010-09-22"),
  ])
  func aDateIsAsExactAsItsSource(text: String, first: String, last: String) throws {
    let when = try When(text: text)
    #expect(when.description == text)
    #expect(when.first.description == first)
    #expect(when.last.description == last)
  }

  @Test(arguments: [
    "", "10", "2010-13", "2010-02-30", "2010-9-1", "2010-09-22T", "-010", "2010-", "٢٠١٠", "20x0", "2010-0a",
  ])
  func whatIsNoDateIsRefused(text: String) {
    let refusal = #expect(throws: Refusal.self) { try When(text: text) }
    #expect(refusal?.sentence == "expected a date such as 2010, 2010-09 or 2010-09-22")
  }

  @Test func bothEndsOfAPeriodCount() {
    let cycle = Period(since: When(2009, 1), until: When(2010, 6))
    #expect(cycle.covers(Day(2009, 1, 1)))
    #expect(cycle.covers(Day(2010, 6, 30)))
    #expect(!cycle.covers(Day(2010, 7, 1)))
    #expect(!cycle.covers(Day(2008, 12, 31)))
    #expect(Period().covers(Day(1800, 1, 1)))
  }
}

@Suite struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (1_285_164_309_123, "2010-09-22T14:05:09.123Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
  ])
  func toldAndRead(milliseconds: Int, text: String) throws {
    #expect(Moment(milliseconds: milliseconds).description == text)
    #expect(try Moment(text: text).milliseconds == milliseconds)
  }
  @Test(arguments: ["2010-09-22", "2010-09-22T25:00:00.000Z", "2010-09-22 14:05:09.123Z"])
  func refused(text: String) { #expect(throws: Refusal.self) { try Moment(text: text) } }
}

@Suite struct CountryTests {
  @Test func knownCodesOnly() throws {
    #expect(try Country(code: "KG").code == "KG")
    #expect(throws: Refusal.self) { try Country(code: "XX") }
    #expect(throws: Refusal.self) { try Country(code: "kg") }
  }
}

@Suite struct CSVTests {
  @Test func formulasAreGuardedAndComeBack() {
    #expect(CSV.row(["=1+1", "a \"b\", c", "-5", ""]) == "'=1+1,\"a \"\"b\"\", c\",-5,\r\n")
    for cell in ["=cmd|' /C calc'!A0", "'=1", "''", "'plain", "@x", "-x", "-5", "+1", "\tx", ""] {
      let line = CSV.row([cell]).dropLast()
      var written = String(line)
      if written.hasPrefix("\"") { written = String(written.dropFirst().dropLast()) }
      #expect(CSV.unguarded(written) == cell)
    }
  }
}
