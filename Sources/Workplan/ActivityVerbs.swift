public import Acting
internal import Charters
public import Kernel
internal import Store

// The course of an activity. The secretariat and the leads of its areas say how far it is; what cuts across areas has no lead
// of its own, and the secretariat says it.
extension Activity {
  private static let running = Right.secretariatOr(.lead(.field("areas")))

  /// Refused is one that states neither need nor source where the charter asks for them first (N4d).
  public static let starting = Verb<Activity, NoInputs>(
    "start", on: Activity.self, from: [.notStated, .planned], to: .underWay, may: running
  ) { activity, _, occasion in
    if let refusal = try activity.refusals(toStart: occasion).first { throw refusal }
  }

  static let verbs: [any DeclaredVerb] = [
    starting,
    Verb("finish", on: Activity.self, from: .notStated, .underWay, to: .done, may: running),
    Verb(
      "hand over", on: Activity.self, from: .notStated, .planned, .underWay, .done, to: .takenOver,
      may: running),
    Verb("end", on: Activity.self, from: .notStated, .planned, .underWay, to: .ended, may: running),
  ]

  /// What stands against an activity as a whole: words that the charter does not have, work that is under way without what
  /// it had to state before its start.
  public func refusals(_ before: Activity?, _ occasion: Occasion) throws -> [Refusal] {
    guard let charter = try occasion.charter(on: occasion.today) else { return [] }
    // A record that never said it, of a time before this was asked, can still be corrected in everything else.
    let isStarted = try state == .underWay && (before?.refusals(toStart: occasion).isEmpty ?? true)
    return refusals(under: charter) + (isStarted ? try refusals(toStart: occasion) : [])
  }

  private func refusals(toStart occasion: Occasion) throws -> [Refusal] {
    let action = try priorityAction.flatMap { try occasion.connection.one($0) }
    return try occasion.charter(on: occasion.today).map { refusals(toStartUnder: $0, action) } ?? []
  }
}
