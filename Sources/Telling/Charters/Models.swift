public import Charters
public import Kernel
internal import Resources

/// The charters that lie in the executable, read once: what a partnership can be compared with and begun from.
public enum Models {
  /// Every edition of every charter, in the order of their files.
  public static let all: [ComparedCharter] = Resources.list(under: "Charters").compactMap { path in
    guard let bytes = Resources.bytes(path) else { return nil }
    return ComparedCharter.read(Array(bytes), name: path).compared
  }

  public static var names: [String] { all.map(\.charter.id).uniqued }

  /// Those that are or were in force somewhere: a proposal nobody adopted is no model.
  public static var adopted: [String] {
    all.filter { $0.charter.period.since != nil }.map(\.charter.id).uniqued
  }

  /// The models side by side, each in the edition that is in force on the day.
  public static func sideBySide(on day: Day) -> [ComparedCharter] {
    adopted.compactMap { compared($0, on: day) }
  }

  /// A charter by its name and, after a slash, its edition; without one, the edition in force on the day, or else the
  /// first.
  public static func compared(_ name: String, on day: Day) -> ComparedCharter? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let id = parts.first else { return nil }
    let editions = all.filter { $0.charter.id == id }.sorted {
      ($0.charter.period.since ?? When(0)) < ($1.charter.period.since ?? When(0))
    }
    if parts.count == 2 { return editions.first { $0.charter.edition == parts[1] } }
    return editions.last { ($0.charter.period.since?.first ?? day) <= day } ?? editions.first
  }

  /// One edition with its findings, read anew.
  public static func reading(_ charter: String, edition: String) -> CharterReading? {
    guard
      let file = all.first(where: { $0.charter.id == charter && $0.charter.edition == edition })?.file,
      let bytes = Resources.bytes(file)
    else { return nil }
    return Charter.read(Array(bytes), name: file)
  }
}

extension [String] {
  /// Each once, in the order of their first place.
  public var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
