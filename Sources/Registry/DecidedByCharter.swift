public import Charters
public import Kernel

/// A record that a member of a body may move only if the charter in force lets that body decide.
public protocol DecidedByCharter: Moving {
  /// The bodies whose members may, as the charter says it.
  static func deciders(of charter: Charter) -> [String]
}

extension DecidedByCharter {
  /// - Parameter charter: the edition in force; nil where none is.
  /// - Throws: a `Refusal` that names the bodies that decide.
  public static func allow(_ capacity: Capacity, under charter: Charter?) throws {
    guard case .member(let body) = capacity else { return }
    let deciders = charter.map(deciders(of:)) ?? []
    guard !deciders.contains(body) else { return }
    let others =
      deciders.isEmpty
      ? "the charter names no body that does"
      : "\(deciders.joined(separator: ", ")) \(deciders.count == 1 ? "does" : "do"), and the secretariat"
    throw Refusal(
      "not-the-decider", "\(body) does not decide on the structure of the partnership; \(others)",
      field: "capacity")
  }
}

extension Area: DecidedByCharter {
  public static func deciders(of charter: Charter) -> [String] { charter.structureDeciders }
}
