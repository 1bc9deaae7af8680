import Foundation
import Kernel
import Testing

@testable import Charters

/// The reference of keys is made from their declarations, and each says what it means.
@Suite struct CharterKeyReference {
  @Test func theReferenceIsTheOneThatTheDeclarationsMake() throws {
    let page = try String(
      contentsOf: CharterFiles.root.appending(path: "docs/reference/charter-keys.md"), encoding: .utf8)
    #expect(
      page == CharterKeyTable.markdown(in: .en),
      "make it anew: entente charter keys > docs/reference/charter-keys.md")
  }

  @Test(arguments: [Language.en, .fr]) func everyKeySaysWhatItMeansAndWhatItMayBe(language: Language) {
    for key in CharterKey.all {
      #expect(key.meaning(in: language).hasSuffix("."), "\(key.path)")
      #expect(CharterKey.label(of: key.path, in: language)?.isEmpty == false, "\(key.path)")
      #expect(!key.value(in: language).isEmpty && !key.value(in: language).contains("{"), "\(key.path)")
    }
  }

  @Test func theTwoLanguagesDoNotSayTheSame() {
    let same = CharterKey.all.filter { $0.meaning(in: .en) == $0.meaning(in: .fr) }
    #expect(same.map(\.path) == [])
  }

  /// Otherwise a key would be told in the section of the edition, where nobody looks for it.
  @Test func everyBlockHasItsSectionOnce() {
    let blocks = CharterKey.Section.allCases.flatMap(\.blocks)
    #expect(blocks.count == Set(blocks).count)
    #expect(Set(blocks) == Set(CharterKey.all.filter { $0.block.isEmpty }.map(\.name)))
  }
}
