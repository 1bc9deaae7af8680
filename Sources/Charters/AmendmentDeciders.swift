extension Charter {
  /// Subjects of `decisions.who-decides` that are about the agreement itself, whatever a partnership calls it.
  private static let agreement = [
    "charter", "framework", "statutes", "mandate", "terms-of-reference", "strategic-direction",
  ]

  /// Subjects about areas, which an edition changes too.
  private static let parts = ["structure", "area-scope", "new-area", "areas"]

  /// The bodies that decide on the charter: those it names for the agreement and, where it names none, those that amend
  /// the partnership under the linkage in force (A28e, A30, A33). A decision on the agreement may carry any of its names.
  public var amenders: LaunchDeciders {
    let named = decides.filter { Self.agreement.contains($0.subject) }.flatMap(\.bodies)
    let bodies = named.isEmpty ? structureDeciders : named
    guard !bodies.isEmpty else { return LaunchDeciders(bySubject: []) }
    let onParts = decides.filter { Self.parts.contains($0.subject) && !$0.bodies.isEmpty }
    return LaunchDeciders(
      bySubject: Self.agreement.map { ($0, bodies) } + onParts.map { ($0.subject, $0.bodies) })
  }
}
