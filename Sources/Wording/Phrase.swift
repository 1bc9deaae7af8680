public import Kernel

/// A sentence named by its key, with what stands in its places. What it says is the affair of `Words/`: a formula that
/// reaches a line knows neither English nor French.
public struct Phrase: Sendable, Hashable {
  public indirect enum Value: Sendable, Hashable {
    /// A name, a number, a day: the same in every language.
    case text(String)
    case phrase(Phrase)
    /// A text of a charter or a record, in the language of the sentence or else in its original.
    case said(Translated)
  }
  /// As in the files of words, with its family: `tally.roll`.
  public let key: String
  public let values: [String: Value]
  /// The number that a counted noun goes with; it stands at `{count}`.
  public let count: Int?

  public init(_ key: String, _ values: [String: Value] = [:], count: Int? = nil) {
    self.key = key
    self.values = values
    self.count = count
  }

  /// In every language that has the key. Without any, the key shows itself: better an odd word than a count that fails.
  public var translated: Translated {
    var texts: [Language: String] = [:]
    for language in Language.allCases { texts[language] = Phrasebook.text(of: self, in: language) }
    if texts[.en] == nil { texts[.en] = key }
    return Translated(.en, texts)
  }
}

extension Phrase.Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self = .text(text) }
}
