public import Kernel

/// An edition of the charter as it was adopted: its whole text, the days it is in force, the decision. With this
/// record the charter itself is part of the journal.
public struct CharterEdition: Record {
  public var id: ID
  public var charter: String
  public var edition: String
  public var period: Period
  /// The decision that adopted it.
  public var decision: Decision.ID?
  /// The charter, as YAML.
  public var text: String

  public static let schema = Schema(
    "charter-edition", CharterEdition.init,
    Field("id", \.id),
    Field("charter", \.charter, .word),
    Field("edition", \.edition, .notEmpty),
    Field("period", \.period),
    Field("decision", \.decision),
    Field("text", \.text, .notEmpty))
  public static var validity: Validity { .during("period") }
}
