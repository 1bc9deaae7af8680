/// A key of the charter language, declared once: where it may stand, what its value may be, and what reads it. What the
/// checker refuses, what `docs/reference/charter-keys.md` lists and what a reader is told follow from these declarations.
/// Its meaning stands in `Words/`, as `key.NAME`, or as `key.PLACE.NAME` where one name means different things.
public struct CharterKey: Sendable, Hashable {
  /// What takes a key up.
  public enum Reader: String, Sendable, Hashable {
    /// The charter that everything works with, or a check of it.
    case charter
    /// The comparison of charters alone.
    case comparison
    /// Nothing yet: the key is kept with the charter, and nothing follows from it.
    case nothing
  }

  /// Where it may stand: `treaties.*.phases`. `*` stands for a name that the charter gives itself, `[]` for an element
  /// of a list.
  public let path: String
  public let shape: Shape
  public let reader: Reader

  /// The key itself: phases.
  public var name: String { path.split(separator: ".").last.map(String.init) ?? path }
  /// The block it stands in: `treaties.*`; empty at the top of the file.
  public var block: String { String(path.dropLast(name.utf8.count)).trimmingDot }

  /// Every key, in the order of the reference.
  public static let all: [CharterKey] = whole + parties + members + work + ties + duties + rules + measures
  static let byPath: [String: CharterKey] = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }

  typealias Shapes = KeyValuePairs<String, Shape>

  /// The keys of blocks that are alike, by what reads them.
  static func keys(
    in blocks: [String], read: Shapes = [:], compared: Shapes = [:], waiting: Shapes = [:]
  ) -> [CharterKey] {
    blocks.flatMap { block in
      [(read, Reader.charter), (compared, .comparison), (waiting, .nothing)].flatMap { shapes, reader in
        shapes.map { CharterKey(path: block.isEmpty ? $0 : "\(block).\($0)", shape: $1, reader: reader) }
      }
    }
  }
}

/// Blocks one after the other; each is judged by itself.
@resultBuilder enum KeyList {
  static func buildBlock(_ blocks: [CharterKey]...) -> [CharterKey] { blocks.flatMap { $0 } }
}

extension String {
  fileprivate var trimmingDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
