/// A sentence named by its key, with what stands in its places. What it says is the affair of `Words/`: a formula that
/// reaches a line, or a rule that refuses one, knows neither English nor French.
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

  /// Words that stand as they are in every language: what another program said, or what nobody has translated yet.
  public init(asItIs text: String) { self.init("phrase.as-it-is", ["text": .text(text)]) }
}

extension Phrase.Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self = .text(text) }
}

extension Phrase.Value {
  /// “a, b”
  public static func list(_ names: [String]) -> Self { .text(names.joined(separator: ", ")) }

  /// “a or b or c”
  public static func anyOf(_ names: [String]) -> Self {
    .joined(names.map { .text($0) }, by: "phrase.or")
  }

  /// Values one behind the other, each with the rest of them in a phrase of two places, `{first}` and `{second}`.
  public static func joined(_ values: [Self], by key: String) -> Self {
    guard let last = values.last else { return "" }
    return values.dropLast().reversed().reduce(last) { rest, value in
      .phrase(Phrase(key, ["first": value, "second": rest]))
    }
  }
}
