internal import Kernel

/// A whole charter, place by place, in the order of its file.
public struct CharterOutline: Sendable {
  public let places: [CharterPlace]
  private let byPath: [String: CharterPlace]
  private let things: [CharterKey.Referent: [String: CharterPlace]]

  init(_ root: Entry) {
    places = OutlineReader(root).places
    var byPath: [String: CharterPlace] = [:]
    func note(_ places: [CharterPlace]) {
      for place in places {
        byPath[place.path] = place
        if let inner = place.inner { byPath[inner] = place }
        note(place.members)
      }
    }
    note(places)
    self.byPath = byPath
    things = Dictionary(
      uniqueKeysWithValues: CharterKey.Referent.allCases.map { referent in
        let members = referent.blocks.flatMap { byPath[$0]?.members ?? [] }
        return (referent, Dictionary(members.map { ($0.name, $0) }) { first, _ in first })
      })
  }

  /// - Parameter path: as `CharterDifference` writes it.
  public subscript(_ path: String) -> CharterPlace? { byPath[path] }

  /// The thing of this charter that a word is the name of.
  public func thing(_ id: String, of referents: [CharterKey.Referent]) -> CharterPlace? {
    for referent in referents {
      if let thing = things[referent]?[id] { return thing }
      if referent.mayBeTheCharter, byPath["charter"]?.words == [id] { return byPath["name"] }
    }
    return nil
  }
}

extension CharterReading {
  /// What stands in the file, fault or not; nil where it cannot be read at all.
  public var outline: CharterOutline? { tree.map { CharterOutline(Entry(root: $0)) } }
}
