extension Charter {
  /// Subjects of `decisions.who-decides` that are about areas and how they stand together.
  private static let structure: Set<String> = ["structure", "area-scope", "new-area", "areas"]

  /// The bodies that may change the structure: those the charter names for it and, where it names none, those that
  /// amend the partnership under the linkage in force (A28e, A33).
  public var structureDeciders: [String] {
    var named: [String] = []
    for who in decides where Self.structure.contains(who.subject) {
      for body in who.bodies where !named.contains(body) { named.append(body) }
    }
    guard named.isEmpty else { return named }
    let option = linkage.option.flatMap { id in options.first { $0.id == id } }
    guard let terms = option?.terms ?? linkage.terms else { return [] }
    return terms.amendedBy.flatMap { $0 == "linked-body" ? terms.targets : [$0] }
  }
}
