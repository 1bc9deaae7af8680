/// What belongs to Parties of the treaty alone, and what to partners: one actor may be both (A26, A29).
public struct Rights: Sendable, Hashable {
  /// Acts of a Party: vote-in-cop, report-to-cop, take-discretionary-measures.
  public let partiesOnly: [String]
  public let partiesOnlyGround: Ground
  public let partners: [String]
  public let partnersGround: Ground
  /// The treaty that binds a Party while it takes part; nil where the charter does not say.
  public let boundBy: String?
  /// Whose priorities a Party that takes part is expected to heed, in the charter's words.
  public let expectedToHeed: [String]
  public let partiesInPartnershipGround: Ground
}

/// From which phase of the treaty the streams serve it; they may be prepared before (A20).
public struct StreamRole: Sendable, Hashable {
  public let begins: String
  public let ground: Ground
}

/// Whether the partnership may go further than the treaty (A19).
public struct Ambition: Sendable, Hashable {
  public let mayExceedTreaty: Bool
  public let ground: Ground
}
