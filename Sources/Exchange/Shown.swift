public import Kernel

extension Schema {
  /// The fields as short texts for a table on a terminal, in their order.
  public func shown(_ whole: Whole, in language: Language) -> [String] {
    fields.map { field in
      let cells = field.cells(whole)
      switch field.shape().unwrapped {
      // Languages in their order, then the word for the original.
      case .map:
        let texts = zip(Language.allCases, cells).filter { !$0.1.isEmpty }
        let wished = texts.first { $0.0 == language } ?? texts.first { $0.0.rawValue == cells.last }
        return wished?.1 ?? ""
      default: return cells.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }
}
