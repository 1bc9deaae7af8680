public import Kernel

/// An organisation, government or person that joined, or asked to. It may speak for others: see `Representation`.
public struct Partner: Moving {
  public enum State: String, Code {
    case draft, applied, screening, admitted, suspended, withdrawn, declined, expelled
  }
  public var id: ID
  public var name: Translated
  /// A category of the charter: government, igo, industry, ngo ...
  public var category: String
  /// Exactly one of the charter's main sectors; a movable sector is counted in one of them.
  public var sector: String
  public var country: Country?
  public var areas: [String]
  /// The three statements that a letter of application makes.
  public var statesSupport: Bool
  public var statesCommitment: Bool
  /// What it promised to contribute, in its own words.
  public var contribution: String
  /// What else its letter states, in the charter's words: criteria-met, no-tobacco-tie ...
  public var statements: [String] = []
  /// The chamber it votes in, where the charter has chambers.
  public var chamber: String?
  public var membership: Period
  /// How it may be reached is in `Contact`; here only what the letter says to the secretariat.
  public var confidentialNote: String?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "partner", Partner.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("category", \.category, .word, indexed: true),
    Field("sector", \.sector, .word, indexed: true),
    Field("country", \.country, indexed: true),
    Field("areas", \.areas),
    Field("states_support", \.statesSupport),
    Field("states_commitment", \.statesCommitment),
    Field("contribution", \.contribution, .atMost(4000)),
    Field("statements", \.statements),
    Field("chamber", \.chamber, .word),
    Field("membership", \.membership),
    Field("confidential_note", \.confidentialNote, sight: .either([.secretariat, .own("id")])),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity {
    .duringAlso("membership", kind: "earlier-membership", referring: "partner")
  }
}
