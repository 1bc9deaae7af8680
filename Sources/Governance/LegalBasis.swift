public import Kernel
public import Registry

/// A decision or one paragraph of it, on which mandates, natures and requests rest.
public struct LegalBasis: Record {
  public var id: ID
  public var body: Body.ID
  public var decision: String?
  public var paragraph: String?
  public var takenOn: When?
  public var session: Session.ID?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "legal-basis", LegalBasis.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("decision", \.decision),
    Field("paragraph", \.paragraph),
    Field("taken_on", \.takenOn),
    Field("session", \.session),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("taken_on") }
}
