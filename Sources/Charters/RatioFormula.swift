/// How a ratio is made: sums of indicators, one over the other, as a charter writes it:
/// `cofinancing / (grant + preparation)`.
public struct RatioFormula: Sendable, Hashable {
  /// Indicators by id, in the order they stand; each side has one or more.
  public let numerator: [String]
  public let denominator: [String]

  /// - Returns: nil where the text is anything else than two sums with one slash between them.
  public init?(_ text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, let above = Self.sum(sides[0]), let below = Self.sum(sides[1]) else { return nil }
    numerator = above
    denominator = below
  }

  /// Both sides, each indicator once.
  public var indicators: [String] { numerator + denominator.filter { !numerator.contains($0) } }

  /// `a`, `a + b` is refused below a slash without its brackets: it would not say what belongs to the slash.
  private static func sum(_ side: Substring) -> [String]? {
    let text = Substring(side.trimmingSpace)
    let isBracketed = text.first == "(" && text.last == ")" && text.count > 2
    let inner = isBracketed ? text.dropFirst().dropLast() : text
    let terms = inner.split(separator: "+", omittingEmptySubsequences: false).map(\.trimmingSpace)
    guard terms.allSatisfy(\.isIndicator), Set(terms).count == terms.count, isBracketed || terms.count == 1
    else { return nil }
    return terms
  }
}

extension String {
  /// A word of small letters, digits and dashes that begins with a letter: a number is no indicator.
  fileprivate var isIndicator: Bool {
    utf8.first.map { 97...122 ~= $0 } ?? false
      && utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == 45 }
  }
}
