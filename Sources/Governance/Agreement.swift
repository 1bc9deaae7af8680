public import Kernel

/// A memorandum or another agreement between organisations: a tie that the treaty's text does not make (A15).
public struct Agreement: Record {
  public var id: ID
  /// memorandum, agreement
  public var form: String
  /// Who signed it, by the words of the charter: treaties, bodies, organisations.
  public var parties: [String]
  public var signed: When?
  /// What it is about.
  public var scope: Translated?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "agreement", Agreement.init,
    Field("id", \.id),
    Field("form", \.form, .word),
    Field("parties", \.parties),
    Field("signed", \.signed),
    Field("scope", \.scope),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("signed") }
}
