internal import Kernel

/// An option, or the linkage in force, ready to be asked part by part: a comparison asks thousands of times.
struct Arrangement: Sendable {
  /// The terms of whatever has none of its own.
  let usual: LinkageTerms
  let parts: [String: LinkageTerms]
  /// Which kind of part wins where several have terms: stream, area, default.
  let precedence: [String]
  /// For each manner of tie, the terms of the option whose default is tied in that manner, the lowest number first; the
  /// arrangement is no model for itself.
  let models: [LinkageTerms.Modality: LinkageTerms]

  /// - Parameter option: the option to suppose; nil takes the linkage in force.
  /// - Returns: nil where the arrangement has no terms at all.
  init?(_ charter: Charter, _ option: Option?) {
    guard let usual = option?.terms ?? charter.linkage.terms else { return nil }
    self.usual = usual
    parts = option?.parts ?? charter.linkage.parts
    precedence = charter.linkage.precedence
    let others = charter.options.filter { $0.id != option?.id }.sorted { $0.number < $1.number }
    models = Dictionary(others.map { ($0.terms.modality, $0.terms) }) { first, _ in first }
  }
}
