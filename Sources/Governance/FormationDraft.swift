public import Charters
internal import Resources

extension Formation {
  /// The charter that it names, read and checked again: the text kept with it, or else the edition that is built in.
  /// Nil where it names none, or one that is not known any more.
  public var draft: CharterReading? {
    guard let charter, let edition else { return nil }
    let file = "Charters/\(charter)/\(edition).yaml"
    if let charterText { return Charter.read(Array(charterText.utf8), name: file) }
    return Resources.bytes(file).map { Charter.read(Array($0), name: file) }
  }
}
