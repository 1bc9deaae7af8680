public import Kernel

/// How a part of the partnership is tied to a treaty.
public struct LinkageTerms: Sendable, Hashable {
  public enum Modality: String, Sendable, Hashable, CaseIterable { case formal, memorandum, none }
  public let modality: Modality
  /// Bodies of the treaty it is tied to, any or all of them.
  public let targets: [String]
  /// Bodies, or `linked-body`: whichever the part is tied to. Empty where nothing is said.
  public let reportsTo: [String]
  public let reportsToGround: Ground
  public let amendedBy: [String]
  public let priorities: [String]
  /// What the terms say, question by question; a question without a key in the file is not here.
  public let said: [Question: Saying]
  public let ground: Ground
}

/// What the terms of a linkage say on one question.
public struct Saying: Sendable, Hashable {
  /// Bodies, texts, windows or other words of the charter. Empty: the charter says that there is none, or that nobody says.
  public let words: [String]
  /// Whether it says that there is none.
  public let isNone: Bool
  /// Whether all of the words hold at once (`all-of`), where they are bodies to choose from.
  public let needsAll: Bool
  /// Where it stands in the file: `options.independent.default.reports-to`.
  public let path: String
  public let ground: Ground

  /// Whether the charter says that its sources do not say.
  public var isSilent: Bool { words.isEmpty && !isNone }
}

/// An arrangement under study: one linkage for everything, or one for parts.
public struct Option: Sendable, Hashable {
  public let id: String
  public let number: Int
  public let name: Translated
  public let terms: LinkageTerms
  /// Areas and streams with terms of their own.
  public let parts: [String: LinkageTerms]
  public let ground: Ground
}

/// The arrangement in force: one of the options, or terms of its own.
public struct LinkageInForce: Sendable, Hashable {
  /// The option it follows.
  public let option: String?
  public let terms: LinkageTerms?
  public let parts: [String: LinkageTerms]
  /// Which kind of part wins where several have terms: stream, area, default.
  public let precedence: [String]
  public let ground: Ground
}

extension Charter {
  /// The same charter with another option in force, as a body that may decide it decided.
  ///
  /// - Parameter option: one of the charter's options; an id it does not know leaves the charter as it is.
  public func following(_ option: String) -> Charter {
    guard options.contains(where: { $0.id == option }) else { return self }
    var charter = self
    charter.linkage = LinkageInForce(
      option: option, terms: nil, parts: [:], precedence: linkage.precedence, ground: linkage.ground)
    return charter
  }

  /// An option by its id or its number, as people type it.
  ///
  /// - Throws: a `Refusal` that names the options there are.
  public func option(_ word: String) throws -> Option {
    if let option = options.first(where: { $0.id == word || String($0.number) == word }) { return option }
    let known = options.map { "\($0.number) (\($0.id))" }
    let place: [String: Phrase.Value] = ["charter": .text(label), "option": "\(word.prefix(60))"]
    throw known.isEmpty
      ? Refusal("unknown-option.none", place)
      : Refusal("unknown-option", place.merging(["known": .list(known)]) { $1 })
  }
}
