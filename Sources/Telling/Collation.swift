internal import Foundation
internal import Kernel

extension Words {
  /// In the order in which the language lists names: an accent or a capital parts words only where nothing else does, and
  /// other scripts follow. The store has no part in it, so that the order is the same on both.
  public func sorted<Item>(_ items: [Item], by name: (Item) -> String) -> [Item] {
    let locale = Locale(identifier: language.rawValue)
    return items.map { (item: $0, name: name($0)) }.sorted { a, b in
      switch a.name.compare(b.name, options: [], range: nil, locale: locale) {
      case .orderedAscending: true
      case .orderedDescending: false
      // Names that the language does not part stand in one order all the same.
      case .orderedSame: a.name < b.name
      }
    }.map(\.item)
  }
}
