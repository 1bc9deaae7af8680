public import Kernel
public import Registry

/// A treaty's exemption that a partnership may work to make unnecessary.
public struct Exemption: Record {
  public var id: ID
  public var treaty: Treaty.ID
  public var substance: String
  public var use: String
  public var condition: Translated?
  public var isTimeLimited: Bool
  public var endsWhen: Translated?
  public var partnership: Partnership.ID?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "exemption", Exemption.init,
    Field("id", \.id),
    Field("treaty", \.treaty),
    Field("substance", \.substance, .notEmpty),
    Field("use", \.use, .notEmpty),
    Field("condition", \.condition),
    Field("is_time_limited", \.isTimeLimited),
    Field("ends_when", \.endsWhen),
    Field("partnership", \.partnership),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
