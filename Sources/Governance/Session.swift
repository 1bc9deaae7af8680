public import Kernel
public import Registry

/// A session or meeting of a body: numbered, dated, placed.
public struct Session: Record {
  public var id: ID
  public var body: Body.ID?
  public var number: Int?
  /// session, advisory, partners, launch, consultation
  public var form: String
  public var period: Period
  public var place: String?
  public var country: Country?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "session", Session.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("number", \.number),
    Field("form", \.form, .word),
    Field("period", \.period),
    Field("place", \.place),
    Field("country", \.country),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .sinceStart(of: "period") }
}
