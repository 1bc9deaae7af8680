import Charters
import Kernel

extension Provenance {
  /// What a person gives as sources: paragraphs of the note are stated, other sources were read, and what names none
  /// rests on the records it refers to.
  static func given(_ sources: [String]) -> Provenance {
    Provenance(sources, verification: sources.allSatisfy(\.isParagraph) ? .stated : .verified)
  }
}
