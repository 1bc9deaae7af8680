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
  public let ground: Ground
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
