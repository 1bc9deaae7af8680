/// Who decides that a new partnership is launched, by subject of `decisions.who-decides`.
public struct LaunchDeciders: Sendable {
  public let bySubject: [(subject: String, bodies: [String])]

  public var subjects: [String] { bySubject.map(\.subject) }
  public var bodies: [String] { bySubject.flatMap(\.bodies).uniqued }

  /// Whether a decision of the body on the subject launches.
  public func allow(_ body: String, on subject: String) -> Bool {
    bySubject.contains { $0.subject == subject && $0.bodies.contains(body) }
  }
}

extension Charter {
  /// The subject that a charter names where it speaks of new partnerships themselves.
  private static let ownSubject = "new-partnership"

  /// The bodies that the charter names for a new partnership. Where it names none, those that decide on new areas and on
  /// the structure do: a new partnership changes how the work is shared out as a new area does.
  public var launchDeciders: LaunchDeciders {
    let named = decides.filter { $0.subject == Self.ownSubject && !$0.bodies.isEmpty }
    guard named.isEmpty else {
      return LaunchDeciders(bySubject: named.map { ($0.subject, $0.bodies) })
    }
    let bodies = structureDeciders
    guard !bodies.isEmpty else { return LaunchDeciders(bySubject: []) }
    let near = decides.filter {
      ["new-area", "areas", "structure"].contains($0.subject) && !$0.bodies.isEmpty
    }
    return LaunchDeciders(
      bySubject: [(Self.ownSubject, bodies)] + near.map { ($0.subject, $0.bodies) })
  }
}
