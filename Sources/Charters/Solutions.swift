internal import Kernel

/// The kinds of solution that a partnership works out, and whether they rest on a market (A1).
public struct Solutions: Sendable, Hashable {
  public let types: [Charter.Named]
  /// Whether others may be named beside those of the charter.
  public let isOpen: Bool
  /// What it means that a solution rests on a market; nil where the charter does not speak of it.
  public let marketBased: Charter.Named?
  /// The kind that the partnership itself is, where it is one: certification-labelling.
  public let own: String?
  /// Nil where the charter does not say.
  public let isOwnMarketBased: Bool?
  public let ownGround: Ground

  /// Whether an activity may be of a type. A charter without a list leaves it open.
  public func allows(_ type: String) -> Bool {
    isOpen || types.isEmpty || types.contains { $0.id == type }
  }
}

extension CharterReader {
  func solutions() -> Solutions {
    let (list, own) = (root["solution-types"], root["solution-type"])
    let solutions = Solutions(
      types: (list?.members ?? []).filter { !CharterGrammar.everywhere.contains($0.name) }.map {
        Charter.Named(id: $0.name, name: name($0.entry, $0.name), ground: $0.entry.ground)
      },
      isOpen: list?["open"]?.flag ?? (list == nil),
      marketBased: root["market-based"].map {
        Charter.Named(id: "market-based", name: name($0, "market-based"), ground: $0.ground)
      },
      own: own?.word, isOwnMarketBased: own?["market-based"]?.flag, ownGround: own?.ground ?? Ground())
    if let word = solutions.own, !solutions.allows(word) {
      findings.fault(
        "solution-type", ["word": "\(word.prefix(40))", "known": .list(solutions.types.map(\.id))],
        line: own?.line ?? 1)
    }
    return solutions
  }
}
