import Foundation
import Kernel
import Testing
import Wording

/// The plural forms of many numbers in every language, as a table that another program judges: see
/// `Tests/scripts/plurals.py`.
@Suite struct PluralTableTests {
  static let numbers: [String] =
    (0...130).map(String.init) + [
      "1000", "1001", "1002", "1011", "1000000", "1000001", "2000000", "21000000",
    ]
    + (0...30).flatMap { whole in ["1", "5", "25", "01", "99"].map { "\(whole).\($0)" } }

  static func table() -> String {
    Language.allCases.flatMap { language in
      numbers.map { text in
        let form = PluralForm(of: Double(text) ?? 0, digits: 2, in: language)
        return "\(language.rawValue),\(text),\(form.rawValue)\n"
      }
    }.joined()
  }

  @Test func theTableIsWritten() throws {
    #expect(Self.table().split(separator: "\n").count == Language.allCases.count * Self.numbers.count)
    guard let path = ProcessInfo.processInfo.environment["ENTENTE_PLURALS"] else { return }
    try Self.table().write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// A language's forms are those it needs.
  @Test(arguments: Language.allCases) func onlyNeededFormsAreTaken(language: Language) {
    let taken = Set(Self.numbers.map { PluralForm(of: Double($0) ?? 0, digits: 2, in: language) })
    #expect(taken.isSubset(of: Set(PluralForm.needed(in: language))))
  }

  @Test func decimalsTakeTheFormOfWhatIsWritten() {
    #expect(PluralForm(of: 1.004, digits: 2, in: .en) == .one)
    #expect(PluralForm(of: 1.5, digits: 2, in: .en) == .other)
    #expect(PluralForm(of: 1.5, digits: 2, in: .fr) == .one)
    #expect(PluralForm(of: -1.99, digits: 2, in: .fr) == .one)
    #expect(PluralForm(of: 2.5, digits: 2, in: .ru) == .other)
    #expect(PluralForm(of: 1.996, digits: 2, in: .ru) == .few)
  }
}
