public import Kernel

/// What a fact of a charter rests on.
public struct Ground: Sendable, Hashable {
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The source says it.
    case stated
    /// Our reading of the source.
    case implied
    /// A default the software needs; nobody said it.
    case assumed
  }
  public var source: [String]
  public var qualifier: Qualifier
  public var basis: Basis
  /// The line of the file, counted from 1.
  public var line: Int

  public init(source: [String] = [], qualifier: Qualifier = .exact, basis: Basis = .stated, line: Int = 0) {
    self.source = source
    self.qualifier = qualifier
    self.basis = basis
    self.line = line
  }

  /// The same for a record: paragraphs of the note are stated, other sources were read.
  public var provenance: Provenance {
    let isRecalled = source.contains("recalled")
    let isNote = source.allSatisfy { $0.isParagraph }
    let verification: Verification =
      basis != .stated || qualifier == .inferred
      ? .inferred : isRecalled || qualifier == .unverified ? .unverified : isNote ? .stated : .verified
    return Provenance(source, qualifier: qualifier, verification: verification)
  }
}

extension String {
  /// Whether it marks a paragraph of the founding note: N1, A6b, N4a(ii), P3, F2, F*.
  public var isParagraph: Bool {
    guard let series = first, "NAPF".contains(series) else { return false }
    let rest = dropFirst()
    if series == "F", rest == "*" { return true }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let tail = rest.dropFirst(digits.count)
    return 1...2 ~= digits.count
      && (tail.isEmpty || (tail.first.map { "abcdef".contains($0) } ?? false))
  }
}
