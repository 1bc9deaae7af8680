public import Kernel

/// Who reports what to whom; from the charter. An addressee `linkage` is the one the linkage in force gives.
public struct ReportingLine: Record {
  public var id: ID
  public var from: String
  public var to: String
  public var what: [String]
  public var when: String?
  public var hasReceipt: Bool
  public var provenance: Provenance

  public static let schema = Schema(
    "reporting-line", ReportingLine.init,
    Field("id", \.id),
    Field("from", \.from, .word),
    Field("to", \.to, .word),
    Field("what", \.what),
    Field("when", \.when),
    Field("has_receipt", \.hasReceipt),
    Field("provenance", \.provenance))
}
