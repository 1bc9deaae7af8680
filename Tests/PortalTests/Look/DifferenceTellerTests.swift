import Charters
import Foundation
import Kernel
import Telling
import Testing

/// Two editions of one charter: what they do not share, in words.
@Suite struct DifferenceTellerTests {
  /// The first difference between the mercury partnership of 2010 and a changed one, but for what only follows from it.
  private static func told(_ old: String, _ new: String, in language: Language) throws -> [String] {
    let text = try String(
      contentsOf: ExplanationTests.folder.appending(path: "gmp/2010.yaml"), encoding: .utf8)
    try #require(text.contains(old))
    let pair = try [text, text.replacing(old, with: new, maxReplacements: 1)].map(
      ExplanationTests.compared(_:))
    let words = Words.of(language)
    return CharterComparison.differences(pair[0], pair[1], in: language).filter { !$0.isTranslation }.map {
      "\($0.found.kind) \(words["explain.pair", ["name": $0.place, "text": $0.text]])"
    }
  }

  @Test(
    arguments: [
      (
        "by: {body: unep-chemicals,", "by: {body: advisory-group,", Language.en,
        "changed Membership › admission › admitted by: “Chemicals Branch, Division of Technology, Industry and Economics” → “Partnership Advisory Group”"
      ),
      (
        "by: {body: unep-chemicals,", "by: {body: advisory-group,", .fr,
        "changed Participation › admission › admis par : « Service « Substances chimiques », Division Technologie, Industrie et Économie » → « Groupe consultatif du Partenariat »"
      ),
      (
        "every: about 18 months,", "every: 2 years,", .fr,
        "changed Organes › Groupe consultatif du Partenariat › réunions › tous les : « environ 18 mois » → « 2 ans »"
      ),
      (
        "since: {value: 2009-03-11, qualifier: at-most", "since: {value: 2009-03, qualifier: at-most", .en,
        "changed Areas › Artisanal and small-scale gold mining › since: “not after 11 March 2009” → “not after March 2009”"
      ),
      (
        "to: {any-of: [cop, subsidiary-body], source: A24}", "to: {any-of: [cop], source: A24}", .en,
        "changed Options › Formal link with the instrument's implementation › as a rule › tied to: “Conference of the Parties or Subsidiary body of the Conference of the Parties” → “Conference of the Parties”"
      ),
      (
        "  inventory:      {enabled: true,", "  inventory:      {enabled: false,", .fr,
        "changed Mécanismes › inventaire › activé : « oui » → « non »"
      ),
      (
        "    source: \"A6c; A28d; A28e; A33; A36\"",
        "    size: 12\n    source: \"A6c; A28d; A28e; A33; A36\"",
        .en, "added Bodies › Partnership Advisory Group › size: “12”"
      ),
      (
        "fr: Partenariat mondial sur le mercure du PNUE", "fr: Partenariat mercure", .fr,
        "changed Nom : « Partenariat mondial sur le mercure du PNUE » → « Partenariat mercure »"
      ),
      (
        "fr: Partenariat mondial sur le mercure du PNUE", "fr: Partenariat mercure", .en,
        "changed Name › in French: “Partenariat mondial sur le mercure du PNUE” → “Partenariat mercure”"
      ),
    ] as [(String, String, Language, String)])
  func aChangeIsToldInWords(old: String, new: String, language: Language, sentence: String) throws {
    #expect(try Self.told(old, new, in: language) == [sentence])
  }
}
