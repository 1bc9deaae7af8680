public import Kernel

/// Where a country or a region stands for one parameter, from one source. A later value is a record of its own: the
/// status on a day is the latest up to it, and nothing is overwritten.
public struct CountryStatus: Record {
  /// What is written down and what was measured are two things.
  public enum Form: String, Code { case standard, measured }
  public var id: ID
  public var country: Country?
  /// Where the source speaks of a region and names no country.
  public var region: String?
  /// What is followed, in the charter's words: sulphur-diesel, lead-in-petrol ...
  public var parameter: String
  public var form: Form
  public var level: Figure?
  /// A class of the charter, where the source gives no number: unleaded ...
  public var statusClass: String?
  public var date: When?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "country-status", CountryStatus.init,
    Field("id", \.id),
    Field("country", \.country),
    Field("region", \.region),
    Field("parameter", \.parameter, .word),
    Field("form", \.form),
    Field("level", \.level),
    Field("status_class", \.statusClass, .word),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var plural: String { "country-statuses" }
  public static var validity: Validity { .since("date") }
}
