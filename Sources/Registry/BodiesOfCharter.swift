public import Charters
internal import Kernel

extension Body {
  /// The bodies that the editions of a charter name, as the latest of them describes each.
  ///
  /// - Parameter known: ids of bodies that the facts beside the charter describe more fully.
  public static func made(of editions: [Charter], besides known: Set<String> = []) -> [Body] {
    var made: [String: Body] = [:]
    for edition in editions {
      for body in edition.bodies where !known.contains(body.id) {
        made[body.id] = Body(
          id: ID(body.id), name: body.name, role: body.kind, partOf: body.partOf.map { ID($0) },
          treaty: body.treaty, scope: edition.id, period: body.period, text: nil,
          provenance: body.ground.provenance)
      }
    }
    return made.values.sorted { $0.id.text < $1.id.text }
  }
}
