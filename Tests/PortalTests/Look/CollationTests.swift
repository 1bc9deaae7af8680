import Kernel
import Testing

@testable import Telling

/// Names in the order in which a reader of the language looks for them.
@Suite struct CollationTests {
  @Test(arguments: [
    // By bytes capitals would come first, and accents after z.
    (
      Language.fr, ["Zambie", "écologie", "Économie", "eau", "Droit", "énergie"],
      ["Droit", "eau", "écologie", "Économie", "énergie", "Zambie"]
    ),
    (
      .en, ["waste", "Åland Islands", "Zambia", "coal", "Coal", "Côte d’Ivoire", "Cuba"],
      ["Åland Islands", "coal", "Coal", "Côte d’Ivoire", "Cuba", "waste", "Zambia"]
    ),
    // ñ is a letter of its own in Spanish and none in French.
    (.es, ["ñandú", "nube", "oso", "nzo"], ["nube", "nzo", "ñandú", "oso"]),
    (.fr, ["ñandú", "nube", "oso", "nzo"], ["ñandú", "nube", "nzo", "oso"]),
    (.ru, ["ёж", "еда", "яма", "дом"], ["дом", "еда", "ёж", "яма"]),
  ])
  func namesStandAsTheLanguageListsThem(language: Language, names: [String], expected: [String]) {
    #expect(Words(language: language, entries: [:]).sorted(names) { $0 } == expected)
    #expect(Words(language: language, entries: [:]).sorted(names.reversed()) { $0 } == expected)
  }
}
