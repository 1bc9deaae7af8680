public import Kernel

/// A place of a charter's file: what stands there, and the key that declares it. What is told of a charter without a
/// sentence of its own, and of two editions that differ, begins here.
public struct CharterPlace: Sendable {
  public enum Value: Sendable, Hashable {
    case text(Translated)
    /// One word, or all of a list.
    case words([String])
    /// Any one of them will do.
    case anyOf([String])
  }

  /// The key, or the name that the charter gives: phases, gold. Elements of a list go by their id, or else by their number.
  public let name: String
  /// `bodies.cop.meets`, as in `CharterDifference`.
  public let path: String
  /// The same as the declarations write it: `bodies.*.meets`.
  public let pattern: String
  /// Nil inside a block that the charter fills with keys of its own.
  public let key: CharterKey?
  /// Nil where there is nothing but a block.
  public let value: Value?
  /// What a value is the value of, where the charter says so: “Launch” of a date.
  public let meaning: Translated?
  /// What stands inside, without what is said about the place as a whole.
  public let members: [CharterPlace]
  public let ground: Ground
  /// Whether nothing follows from it yet.
  public let isWaiting: Bool
  /// Where a key around the words has no meaning but to hold them: `linkage.default.to.any-of`.
  let inner: String?

  /// Whether the charter gives the name, and not its language.
  public var isNamed: Bool { pattern.hasSuffix(".*") || pattern.hasSuffix(".[]") }

  public subscript(_ name: String) -> CharterPlace? { members.first { $0.name == name } }

  /// The words, whether one or any; empty for a text.
  public var words: [String] {
    switch value {
    case .words(let words), .anyOf(let words): words
    case .text, nil: []
    }
  }

  /// The member, or this place itself, that names the thing in words.
  public var title: CharterPlace? {
    for name in ["name", "what"] {
      if let member = self[name], case .text = member.value { return member }
    }
    if isNamed, case .text = value { return self }
    return nil
  }
}
