import Kernel
import Samples
import Testing

/// What a value may not be is asked wherever the value stands: in a record, in a value of it, in a list.
@Suite struct ValueRuleTests {
  private static func codes(_ value: some FieldValue) -> [String] { value.faults.map(\.code) }

  @Test func aCurrencyIsOneOfTheStandard() {
    for code in ["usd", "US Dollar", "€", "XTS", "XAU", "ABC", ""] {
      #expect(Self.codes(Money(minor: 1, currency: code)) == ["form"], "\(code)")
    }
    for code in ["USD", "JPY", "KWD", "CHE", "XOF", "DEM", "SLE"] {
      #expect(Money(minor: 1, currency: code).faults == [], "\(code)")
    }
    #expect(Money(minor: 1, currency: "usd").faults.first?.field == "currency")
  }

  @Test func aRateIsMoreThanNothing() {
    #expect(Self.codes(Money(minor: 1, currency: "CHF", rate: 0)) == ["rate"])
    #expect(Self.codes(Money(minor: 1, currency: "CHF", rate: -1)) == ["rate"])
    #expect(Money(minor: 1, currency: "CHF", rate: 1.1).faults == [])
  }

  @Test func aFigureHasItsBoundsInOrder() {
    func figure(_ low: Double?, _ value: Double?, _ high: Double?) -> Figure {
      Figure(value: value, low: low, high: high, unit: "t", source: "A6")
    }
    #expect(Self.codes(figure(2, 1, nil)) == ["bounds"])
    #expect(Self.codes(figure(nil, 3, 2)) == ["bounds"])
    #expect(Self.codes(figure(3, nil, 2)) == ["bounds"])
    #expect(figure(1, 1, 1).faults == [])
    #expect(figure(nil, nil, nil).faults == [])
    #expect(Self.codes(Figure(value: 1, unit: " ", source: "")) == ["empty", "empty"])
  }

  @Test func aPeriodEndsAfterItBegins() {
    #expect(Self.codes(Period(since: When(2026, 5), until: When(2026, 3))) == ["period"])
    #expect(Period(since: When(2026, 5), until: When(2026)).faults == [])
    #expect(Period(since: When(2026), until: When(2026, 1, 1)).faults == [])
    #expect(Period(until: When(2026)).faults == [])
  }

  @Test func aNumberIsOneThatCanBeCountedWith() {
    #expect(Int.largest == 9_007_199_254_740_991)
    #expect(Self.codes(Int.largest + 1) == ["too-large"])
    #expect(Self.codes(Int.min) == ["too-large"])
    #expect((-Int.largest).faults == [])
    #expect(Self.codes(Double.infinity) == ["too-large"])
    #expect(Self.codes(Double.nan) == ["too-large"])
    #expect(Self.codes(1e19) == ["too-large"])
    #expect(Self.codes([1, .max]) == ["too-large"])
    #expect(Self.codes(Optional<Int>.some(.max)) == ["too-large"])
  }

  @Test(arguments: [
    ("\u{202E}", "U+202E"), ("\u{2066}", "U+2066"), ("\u{1B}", "U+001B"), ("\u{7}", "U+0007"),
    ("\u{9B}", "U+009B"),
    ("\u{FEFF}", "U+FEFF"), ("\u{E0041}", "U+E0041"), ("\u{0}", "U+0000"), ("\u{7F}", "U+007F"),
    ("\u{2028}", "U+2028"),
  ])
  func aHiddenCharacterIsNamed(character: String, name: String) {
    let text = "a\(character)b"
    #expect(text.faults.first?.phrase.values["character"] == .text(name))
    #expect(Self.codes(Translated(.fr, [.fr: "a", .ar: text])) == ["hidden-character"])
    #expect(Translated(.fr, [.fr: "a", .ar: text]).faults.first?.field == "ar")
    #expect(!text.shownPlainly.contains(character))
    #expect(text.shownPlainly.contains("<U+"))
  }

  @Test(arguments: [
    "جمعية\u{200F}", "می\u{200C}خواهم", "👩\u{200D}🔬", "a\tb\nc\r\n", "\u{61C}", "naïve – “œuvre”", "中文",
  ])
  func whatWritingNeedsStays(text: String) {
    #expect(text.faults == [])
    #expect(text.shownPlainly == text)
  }

  @Test func sumsDoNotStopTheProgram() {
    #expect([Int.max, 1].total() == .max)
    #expect([Int.min, -1].total() == .min)
    #expect([1, 2, 3].total { $0 * 2 } == 12)
    #expect(Int(saturating: 1e300) == .max)
    #expect(Int(saturating: -1e300) == .min)
    #expect(Int(saturating: .nan) == 0)
    #expect(Int(saturating: 2.5) == 3)
    #expect(Day(2026, 1, 1).after(.max) == Day(9999, 12, 31))
    #expect(Day(2026, 1, 1).after(.min) == Day(1, 1, 1))
    #expect(Day(2026, 2, 27).after(2) == Day(2026, 3, 1))
  }
}
