public import Kernel
public import Registry
public import Store

extension Decision {
  /// Takes a decision into the log of changes, if the body may decide on the subject.
  ///
  /// Changing framework, guidelines or structure is the advisory group's, under a clause of the guidelines (A28e,
  /// A33). Taking note, advising or inviting changes nothing and is open to every body (N5).
  ///
  /// - Parameter deciders: the bodies that the charter names for the subject.
  /// - Throws: a `Refusal` that says which body decides, or what the log still needs.
  public static func record(
    _ decision: Decision, deciders: [Body.ID], _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws {
    guard intent.capacity == .secretariat || intent.capacity == .member(of: decision.body.text) else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not record a decision of \(decision.body); its members and the secretariat do"
      )
    }
    if decision.outcome == .decides {
      guard deciders.contains(decision.body) else {
        throw Refusal(
          "not-the-decider",
          "\(decision.body) does not decide on \(decision.subject); "
            + (deciders.isEmpty
              ? "the charter names nobody who does"
              : "\(deciders.map(\.text).joined(separator: ", ")) \(deciders.count == 1 ? "does" : "do")"),
          field: "body")
      }
      let missing = [
        (decision.proposer != nil, "who proposed it"), (decision.date != nil, "its date"),
        (decision.clause != nil, "the clause it follows"),
      ].filter { !$0.0 }.map(\.1)
      guard missing.isEmpty else {
        throw Refusal("incomplete", "the log of changes still needs \(missing.joined(separator: ", "))")
      }
    }
    try Journal(connection, stamp).append(decision, intent)
  }
}

extension Connection {
  /// The decisions on a subject, oldest first: who proposed, which body, when, under which clause (R98, R109).
  public func decisions(on subject: String) throws -> [Decision] {
    try all(Decision.self, "WHERE subject = \(subject) ORDER BY date NULLS LAST, id")
  }
}
