internal import Foundation
internal import Kernel
internal import Synchronization

extension Words {
  /// In the order in which the language lists names: an accent or a capital parts words only where nothing else does, and
  /// other scripts follow. The store has no part in it, so that the order is the same on both.
  public func sorted<Item>(_ items: [Item], by name: (Item) -> String) -> [Item] {
    guard items.count > 1 else { return items }
    return Collation.order(of: items.map(name), in: language).map { items[$0] }
  }

  /// The places of many names, first to last. Nothing of it is remembered: whoever asks for thousands keeps what came of it.
  public func order(of names: [String]) -> [Int] { Collation.found(names, in: language) }
}

/// Orders of names that were asked for. To compare two names by the rules of a language takes longer than to write the
/// row that they stand in, and a page asks for the same names each time it is made.
private enum Collation {
  private struct Names: Hashable {
    let language: Language
    let names: [String]
  }
  private static let known = Mutex<[Names: [Int]]>([:])
  /// Beyond it they are let go of and found anew.
  private static let most = 200

  /// The places of the names, first to last.
  static func order(of names: [String], in language: Language) -> [Int] {
    let asked = Names(language: language, names: names)
    if let order = known.withLock({ $0[asked] }) { return order }
    let order = found(names, in: language)
    known.withLock { known in
      if known.count >= most { known.removeAll() }
      known[asked] = order
    }
    return order
  }

  static func found(_ names: [String], in language: Language) -> [Int] {
    let locale = Locale(identifier: language.rawValue)
    return names.indices.sorted { a, b in
      switch names[a].compare(names[b], options: [], range: nil, locale: locale) {
      case .orderedAscending: true
      case .orderedDescending: false
      // Names that the language does not part stand in one order all the same.
      case .orderedSame: (names[a], a) < (names[b], b)
      }
    }
  }
}
