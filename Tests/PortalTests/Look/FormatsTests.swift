import Kernel
import Testing
import Wording

@testable import Portal
@testable import Telling
@testable import Web

@Suite struct PortalLookFormatsTests {
  private func words(_ language: Language) -> Words {
    Words(language: language, entries: Words.of(language).entries)
  }

  @Test(arguments: [
    (1234567.891, "1,234,567.89", "1\u{202F}234\u{202F}567,89"), (0, "0", "0"),
    (-50, "\u{2212}50", "\u{2212}50"),
    (0.5, "0.5", "0,5"), (999, "999", "999"), (1000, "1,000", "1\u{202F}000"), (2.999, "3", "3"),
    (0.05, "0.05", "0,05"),
    (-0.001, "0", "0"),
  ])
  func numbers(value: Double, english: String, french: String) {
    #expect(words(.en).number(value) == english)
    #expect(words(.fr).number(value) == french)
  }

  @Test func numbersElsewhere() {
    #expect(words(.es).number(1234.5) == "1234,5")
    #expect(words(.es).number(12345) == "12.345")
    #expect(words(.ru).number(12345) == "12\u{A0}345")
    #expect(words(.zh).number(12345) == "12,345")
    #expect(words(.ar).number(12345) == "12,345")
    #expect(words(.en).number(.nan) == "unknown")
    #expect(words(.en).number(8_000_000_000_000_000) == "8,000,000,000,000,000")
  }

  @Test func dates() {
    #expect(words(.en).date(Day(2010, 9, 22)) == "22 September 2010")
    #expect(words(.fr).date(Day(2010, 9, 22)) == "22 septembre 2010")
    #expect(words(.fr).date(Day(2010, 9, 1)) == "1er septembre 2010")
    #expect(words(.en).date(When(2010)) == "2010")
    #expect(words(.en).date(When(2010, 9)) == "September 2010")
    #expect(words(.fr).date(When(2010, 8)) == "août 2010")
  }

  @Test func periods() {
    let english = words(.en)
    #expect(english.dates(When(2010, 6, 7), When(2010, 6, 11)) == "7\u{2013}11 June 2010")
    #expect(english.dates(When(2009, 1), When(2010, 6)) == "January 2009 to June 2010")
    #expect(english.dates(When(2010, 6, 7), When(2010, 6, 7)) == "7 June 2010")
    #expect(english.dates(When(2008), nil) == "since 2008")
    #expect(english.dates(nil, When(2008)) == "until 2008")
    #expect(english.dates(nil, nil) == "date not stated")
    #expect(words(.fr).dates(When(2009, 1), When(2010, 6)) == "janvier 2009 à juin 2010")
  }

  @Test(arguments: [
    (Language.en, 1, PluralForm.one), (.en, 0, .other), (.en, 2, .other), (.fr, 0, .one), (.fr, 1, .one),
    (.fr, 2, .other), (.fr, 1_000_000, .many), (.es, 0, .other), (.es, 1, .one), (.es, 3_000_000, .many),
    (.zh, 1, .other), (.ru, 1, .one), (.ru, 21, .one), (.ru, 11, .many), (.ru, 3, .few), (.ru, 13, .many),
    (.ru, 22, .few), (.ru, 5, .many), (.ru, 0, .many), (.ar, 0, .zero), (.ar, 1, .one), (.ar, 2, .two),
    (.ar, 3, .few), (.ar, 110, .few), (.ar, 11, .many), (.ar, 99, .many), (.ar, 100, .other),
    (.ar, 102, .other),
  ])
  func plurals(language: Language, number: Int, expected: PluralForm) {
    #expect(PluralForm(of: number, in: language) == expected)
    #expect(PluralForm.needed(in: language).contains(expected))
  }
}
