public import Kernel

/// A part of a tree as it is served (C2SP tlog-tiles): 256 hashes side by side, or so many as there are yet. A whole one never
/// changes.
public struct Tile: Sendable, Hashable {
  /// A tile covers so many levels of the tree.
  static let height = 8
  /// Hashes in a whole one.
  public static let width = 1 << height

  /// What it holds.
  public enum Content: Sendable, Hashable {
    /// Hashes of this level: 0 are the leaves.
    case level(Int)
    /// What the leaves are the hashes of.
    case entries
    /// The journal's lines as everyone may have them. They are no part of C2SP.
    case lines
  }
  public let content: Content
  /// Its place among those of its content, from 0.
  public let place: Int
  /// How many it holds: 1 to 256.
  public let count: Int

  public init(_ content: Content, _ place: Int, count: Int = Self.width) {
    (self.content, self.place, self.count) = (content, place, count)
  }

  /// What it stands for: places of its level.
  public var places: Range<Int> { place * Self.width..<place * Self.width + count }

  public var isWhole: Bool { count == Self.width }

  /// The parts of its path below `tile`: a place is told in groups of three digits, of which all but the last begin with an x.
  public var path: [String] {
    let content =
      switch content {
      case .level(let level): "\(level)"
      case .entries: "entries"
      case .lines: "lines"
      }
    var (groups, rest) = ([Self.digits(place % 1000)], place / 1000)
    while rest > 0 {
      groups.insert("x" + Self.digits(rest % 1000), at: 0)
      rest /= 1000
    }
    guard !isWhole else { return [content] + groups }
    groups[groups.count - 1] += ".p"
    return [content] + groups + ["\(count)"]
  }

  private static func digits(_ number: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: 3 - text.utf8.count) + text
  }

  /// Reads a path as it is written, and in no other way: a tile has one address.
  public init?(path: [String]) {
    // More than four groups of digits would be more acts than can be numbered.
    guard let first = path.first, path.count <= 6 else { return nil }
    switch first {
    case "entries": content = .entries
    case "lines": content = .lines
    default:
      guard let level = Int(first), 0..<8 ~= level else { return nil }
      content = .level(level)
    }
    var groups = path.dropFirst()
    if groups.count > 1, groups.dropLast().last?.hasSuffix(".p") == true {
      guard let width = Int(groups.removeLast()), 1..<Self.width ~= width else { return nil }
      count = width
      groups[groups.endIndex - 1].removeLast(2)
    } else {
      count = Self.width
    }
    var number = 0
    for group in groups {
      guard let digits = Int(group.first == "x" ? group.dropFirst() : group[...]), 0..<1000 ~= digits else {
        return nil
      }
      number = number * 1000 + digits
    }
    place = number
    guard 1...4 ~= groups.count, self.path == path else { return nil }
  }

  /// The tiles of a log of a size, each with as many as it has: those of hashes, of entries and of lines.
  public static func all(of size: Int) -> [Tile] {
    var tiles = of(.entries, size) + of(.lines, size)
    var (level, count) = (0, size)
    while count > 0 {
      tiles += of(.level(level), count)
      (level, count) = (level + 1, count / width)
    }
    return tiles
  }

  private static func of(_ content: Content, _ count: Int) -> [Tile] {
    (0..<(count + width - 1) / width).map { Tile(content, $0, count: min(width, count - $0 * width)) }
  }
}
