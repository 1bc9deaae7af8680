public import Acting
internal import Charters
internal import Kernel
internal import Registry
public import Store

extension Decision {
  /// Members of the body that decides, and the secretariat that keeps its minutes.
  private static let deciding = Right.secretariatOr(.member(.field("body")))

  /// A body takes what was proposed to it. On framework, guidelines or structure that is the advisory group's, under a
  /// clause of the guidelines (A28e, A33). Taking note, advising or inviting changes nothing and is open to every body
  /// (N5).
  public static let taking = Verb<Decision, OnDay>(
    "take", on: Decision.self, from: [.proposed], to: .taken, may: deciding
  ) { decision, inputs, occasion in
    decision.date = decision.date ?? When(inputs.on ?? occasion.today)
    var taken = decision
    taken.state = .taken
    if let refusal = try taken.refusals(occasion).first { throw refusal }
  }

  public static let refusing = Verb(
    "refuse", on: Decision.self, from: .proposed, to: .notTaken, may: deciding)

  /// What enters the log is decided by a body that may, and says who proposed it, when, under which clause.
  static let keeping = Keeping(Decision.self, add: deciding) { decision, _, occasion in
    try decision.refusals(occasion)
  }

  /// What stands against it as a decision that changes something.
  private func refusals(_ occasion: Occasion) throws -> [Refusal] {
    guard isBinding else { return [] }
    // What was decided before there was a charter, no charter gives to anyone.
    guard let charter = try occasion.charter(on: date?.last ?? occasion.today) else { return [] }
    let deciders = charter.decides.first { $0.subject == subject }.map { $0.bodies + $0.ifFormal } ?? []
    guard deciders.contains(body.text) else {
      return [
        .notTheDecider(body, on: subject, butThey: deciders)
      ]
    }
    let missing = [
      proposer == nil ? Phrase("refusal.incomplete.proposer") : nil,
      date == nil ? Phrase("refusal.incomplete.date") : nil,
      clause == nil ? Phrase("refusal.incomplete.clause") : nil,
    ].compactMap { $0.map(Phrase.Value.phrase) }
    return missing.isEmpty
      ? []
      : [Refusal("incomplete", ["missing": .joined(missing, by: "phrase.comma")])]
  }

  static let verbs: [any DeclaredVerb] = [taking, refusing]
}

extension Connection {
  /// The decisions on a subject, oldest first: who proposed, which body, when, under which clause (R98, R109).
  public func decisions(on subject: String) throws -> [Decision] {
    try all(Decision.self, "WHERE subject = \(subject) ORDER BY date NULLS LAST, id")
  }
}
