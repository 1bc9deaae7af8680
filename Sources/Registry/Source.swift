public import Kernel

/// A public source, and how much of it was read. Paragraphs of the founding note are cited by their mark
/// (`A6d`).
public struct Source: Record {
  public enum Reading: String, Code {
    case whole
    case firstPages = "first-pages"
    case title, abstract, record, summary, excerpt
    /// Public source code, read where its formulas stand.
    case code
    case notRead = "not-read"
  }
  public var id: ID
  public var title: String
  public var publisher: String?
  /// As the reference prints it.
  public var address: String?
  /// How much of it was read.
  public var read: Reading
  /// The date of the source itself.
  public var asOf: When?
  public var verification: Verification

  public static let schema = Schema(
    "source", Source.init,
    Field("id", \.id),
    Field("title", \.title, .notEmpty),
    Field("publisher", \.publisher),
    Field("address", \.address),
    Field("read", \.read),
    Field("as_of", \.asOf),
    Field("verification", \.verification))
}
