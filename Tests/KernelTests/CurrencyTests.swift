import Kernel
import Testing
import Wording

/// Amounts in the smallest unit of their currency, as ISO 4217 gives it.
@Suite struct CurrencyTests {
  @Test(arguments: [("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("XAF", 0), ("CHF", 2)])
  func aCurrencyHasItsDecimalPlaces(code: String, places: Int) {
    #expect(Currency.places(of: code) == places)
  }

  @Test(arguments: [
    (50_000, "USD", "500.00 USD"), (5, "USD", "0.05 USD"), (-5, "USD", "-0.05 USD"), (500, "JPY", "500 JPY"),
    (1_500, "KWD", "1.500 KWD"), (7, "KWD", "0.007 KWD"), (0, "USD", "0.00 USD"),
    (Int.min, "USD", "-92233720368547758.08 USD"),
  ])
  func anAmountIsWrittenWithItsPlaces(minor: Int, code: String, text: String) {
    #expect(Currency.text(minor, code) == text)
  }

  @Test(arguments: [
    ("25000", "USD", 2_500_000), ("25000.5", "USD", 2_500_050), ("25000.50", "USD", 2_500_050),
    ("0.01", "USD", 1), ("25000", "JPY", 25_000), ("1.5", "KWD", 1_500), ("1.005", "KWD", 1_005),
    ("999999999999999", "JPY", 999_999_999_999_999),
  ])
  func aWrittenAmountIsRead(text: String, code: String, minor: Int) throws {
    #expect(try Currency.minor(of: text, in: code) == minor)
  }

  @Test(arguments: [
    ("1.005", "USD"), ("1.0", "JPY"), ("1.", "JPY"), ("1.", "USD"), (".5", "USD"), ("", "USD"), ("-1", "USD"),
    ("1,000", "USD"), ("1e3", "USD"), ("1 000", "USD"), ("9999999999999999", "USD"), ("٣", "USD"),
    ("999999999999999.9999", "CLF"),
  ])
  func whatIsNoAmountIsRefused(text: String, code: String) {
    #expect(throws: Refusal.self) { try Currency.minor(of: text, in: code) }
  }

  @Test func theSentenceShowsAnAmountOfThatCurrency() {
    func sentence(_ text: String, _ code: String) -> String? {
      #expect(throws: Refusal.self) { try Currency.minor(of: text, in: code) }?.sentence
    }
    #expect(sentence("1.5", "JPY") == "“1.5” is no amount of JPY; write it as 25000")
    #expect(sentence("x", "USD") == "“x” is no amount of USD; write it as 25000 or 25000.50")
    #expect(sentence("x", "KWD") == "“x” is no amount of KWD; write it as 25000 or 25000.500")
  }

  @Test func anAmountMayBringItsCurrency() throws {
    let money = try Money(cash: "100.00 USD")
    #expect(money == Money(minor: 10_000, currency: "USD"))
    #expect(money.text == "100.00 USD")
    for text in ["100.00", "USD 100", "100 usd", "100 USD USD", "100USD", ""] {
      #expect(throws: Refusal.self) { try Money(cash: text) }
    }
  }

  @Test func wholeUnitsAreForCharts() {
    #expect(Currency.units(150, "USD") == 1.5)
    #expect(Currency.units(150, "JPY") == 150)
    #expect(Currency.units(1_500, "KWD") == 1.5)
  }
}
