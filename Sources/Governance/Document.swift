public import Kernel
public import Registry

/// A paper with its symbol, date and kind.
public struct Document: Record {
  public var id: ID
  public var symbol: String?
  public var title: Translated
  public var form: String
  public var body: Body.ID?
  public var date: When?
  /// The language of the original.
  public var language: Language?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "document", Document.init,
    Field("id", \.id),
    Field("symbol", \.symbol),
    Field("title", \.title),
    Field("form", \.form, .word),
    Field("body", \.body),
    Field("date", \.date),
    Field("language", \.language),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
