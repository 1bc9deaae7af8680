public import Kernel

extension Schema {
  /// The fields as short texts for a table on a terminal, in their order.
  public func shown(_ whole: Whole, in language: Language) -> [String] {
    fields.map { $0.line(whole, language) }
  }
}
