import App
import Kernel
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// A record page in French says nothing in English: each kind and each field has its word.
@Suite struct PortalLookVocabularyTests {
  @Test(arguments: Words.languages)
  func everyKindAndFieldHasAWord(language: Language) {
    let entries = Words.of(language).entries
    #expect(Capabilities.records.count > 50)
    for type in Capabilities.records {
      for key in Self.keys(of: type) { #expect(entries[key] != nil, "\(key) of \(type.kind)") }
    }
  }

  private static func keys<R: Record>(of type: R.Type) -> [String] {
    ["kind.\(R.kind)", "kinds.\(R.kind)"]
      + R.schema.fields.map { "field.\($0.name)" }
  }

  /// Founding data speak in words of the charter; those that pages show have a word in each language.
  @Test func aWordOfTheCharterIsTranslated() {
    #expect(Words.of(.fr).term("category", "ngo") == "Organisation non gouvernementale")
    #expect(Words.of(.fr).term("mode", "capacity-building") == "Renforcement des capacités")
    #expect(Words.of(.fr).term("kinds", "area") == "Domaines")
    #expect(Words.of(.fr).term("field", "planned_end") == "Fin prévue")
  }
}
