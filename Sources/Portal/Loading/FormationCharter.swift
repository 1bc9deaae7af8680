public import Charters
public import Governance

extension Formation {
  /// The charter that it names, read and checked again: the text kept with it, or else the edition that is built in.
  /// Nil where it names none, or one that is not known any more.
  public var draft: CharterReading? {
    guard let charter, let edition else { return nil }
    if let charterText { return Charter.read(Array(charterText.utf8), name: "\(charter)/\(edition).yaml") }
    return Models.reading(charter, edition: edition)
  }
}
