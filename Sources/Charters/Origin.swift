public import Kernel

/// Where a partnership comes from, how it is run and what it aims at: what a charter says before it speaks of parts.
public struct Origin: Sendable, Hashable {
  /// One founding date with what it means; sources that differ stand side by side (R60).
  public struct Beginning: Sendable, Hashable {
    public let date: When
    /// Creation, launch ...; nil where the charter does not say.
    public let meaning: Translated?
    public let ground: Ground
  }
  /// Who founded it, of which sector.
  public struct Founder: Sendable, Hashable {
    public let who: String
    /// A main sector, or `any`.
    public let sector: String?
    public let ground: Ground
  }
  public let beginnings: [Beginning]
  /// Empty where no source names any (R25).
  public let founders: [Founder]
  /// What came before it (A5).
  public let predecessors: Translated?
  public let predecessorsGround: Ground
  /// Ids of the legal bases of its mandate.
  public let mandates: [String]
  /// The measures that it complements without replacing them.
  public let complements: [String]
}

/// The form of governance on a scale from joint management to an association of its own (R28).
public struct GovernanceForm: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Managed by all partners jointly.
    case decentralised
    /// Run from the offices of an organisation.
    case hosted
    /// An association with a structure and staff of its own.
    case independent
  }
  public let kind: Kind
  public let hasOwnLegalBody: Bool
  public let ground: Ground
}

/// Who answers for a function (R43).
public struct Responsibility: Sendable, Hashable {
  public let function: String
  public let body: String
  public let ground: Ground
}
