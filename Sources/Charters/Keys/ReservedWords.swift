/// Words that mean something in a charter wherever a name could stand, so that nothing can be called by them.
public enum ReservedWords {
  /// What a charter says where its sources say nothing.
  public static let silences: Set<String> = ["not-stated", "unknown", "none", "undecided"]
  /// Actors that are no bodies: whoever is meant follows from the place where they stand.
  public static let actors: Set<String> = ["linked-body", "parties", "linkage", "partnership", "partners"]
  /// The tie of whatever has none of its own, and the arrangement in force.
  public static let usual = "default"
  public static let inForce = "in-force"

  /// Blocks whose names stand where an actor, a tie or an option could. What others name may be called by any word but
  /// a silence.
  static let places: Set<String> = [
    "bodies", "treaties", "areas", "streams", "cross-cutting-topics", "options", "membership.categories",
  ]

  /// Every one of them.
  public static let all = silences.union(actors).union([usual, inForce])
}
