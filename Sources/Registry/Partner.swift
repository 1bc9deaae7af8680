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
  public var membership: Period
  /// How it may be reached is in `Contact`; here only what the letter says to the secretariat.
  public var confidentialNote: String?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "partner", Partner.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("category", \.category, .word),
    Field("sector", \.sector, .word),
    Field("country", \.country),
    Field("areas", \.areas),
    Field("states_support", \.statesSupport),
    Field("states_commitment", \.statesCommitment),
    Field("contribution", \.contribution, .atMost(4000)),
    Field("membership", \.membership),
    Field("confidential_note", \.confidentialNote, restricted: true),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .during("membership") }

  /// Admission is the secretariat's; leaving is always the partner's own (A5, A28c).
  public static let workflow = Workflow<State>(
    .init("apply", from: .draft, to: .applied) { $0 != .system },
    .init("screen", from: .applied, to: .screening) { $0 == .secretariat },
    .init("admit", from: .screening, to: .admitted) { $0 == .secretariat },
    .init("decline", from: .applied, .screening, to: .declined) { $0 == .secretariat },
    .init("suspend", from: .admitted, to: .suspended) { $0 == .secretariat },
    .init("reinstate", from: .suspended, to: .admitted) { $0 == .secretariat },
    .init("expel", from: .admitted, .suspended, to: .expelled) { $0 == .secretariat },
    .init("withdraw", from: .draft, .applied, .screening, .admitted, .suspended, to: .withdrawn) { _ in true }
  )
}
