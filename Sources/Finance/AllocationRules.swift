internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Workplan

/// What an allocation is held to beside the arithmetic: who may, on which decision, from a window that exists and pays.
extension Allocation {
  /// - Parameters:
  ///   - charter: the edition in force on the day it was decided.
  ///   - activity: what it pays for, where that is an activity.
  func refusals(
    under charter: Charter, _ activity: Activity?, _ connection: any Connection
  ) throws -> [Refusal] {
    guard let terms = charter.windows.first(where: { $0.id == window.text }) else {
      let known = charter.windows.filter(\.exists).map(\.id)
      let place: [String: Phrase.Value] = [
        "charter": .text(charter.label), "day": "\(decided)", "window": "\(window)",
      ]
      return [
        known.isEmpty
          ? Refusal("no-window.none", place, field: "window")
          : Refusal("no-window", place.merging(["known": .list(known)]) { $1 }, field: "window")
      ]
    }
    guard terms.exists else {
      return [
        Refusal(
          "proposed-window", ["charter": .text(charter.label), "day": "\(decided)", "window": "\(window)"],
          field: "window")
      ]
    }
    var refusals: [Refusal] = []
    if let phase = terms.fromPhase, let treaty = terms.treaty,
      try connection.hasBegun(phase, of: Treaty.ID(treaty), by: decided) == false
    {
      refusals.append(
        Refusal(
          "phase",
          ["window": "\(window)", "phase": .text(phase), "treaty": .text(treaty), "day": "\(decided)"],
          field: "decided"))
    }
    if let activity, let nature = activity.nature, !terms.pays.isEmpty, !terms.pays.contains(nature) {
      refusals.append(
        Refusal(
          "nature.not-paid",
          [
            "charter": .text(charter.label), "window": "\(window)", "pays": .list(terms.pays),
            "activity": "\(activity.id)", "nature": .text(nature),
          ], field: "activity"))
    }
    return refusals
  }

  /// What stands against the decision that it rests on: one that decides nothing, or a later one.
  func refusalOfDecision(_ connection: any Connection) throws -> Refusal? {
    guard let found = try decision.flatMap({ try connection.one($0) }) else { return nil }
    guard found.isBinding else {
      return Refusal(
        "no-decision.not-binding",
        [
          "decision": "\(found.id)", "outcome": .text(found.outcome.rawValue),
          "state": .text(found.state.rawValue),
        ], field: "decision")
    }
    guard let date = found.date, date.first > decided else { return nil }
    return Refusal(
      "later-decision", ["decision": "\(found.id)", "date": "\(date)", "day": "\(decided)"], field: "decision"
    )
  }
}

extension Allocation {
  /// Why a window does not have so much for this place: what is free, what is set aside and for whom.
  func refusal(_ ledger: WindowLedger, _ activity: Activity?, on day: Day) -> Refusal {
    let currency = amount.currency
    // An allocation that is corrected does not stand in its own way.
    let balance = ledger.balance(of: window.text, in: currency, on: day, without: id)
    func text(_ minor: Int) -> String { Currency.text(minor, currency) }
    let aside = balance.reserves.filter { $0.left > 0 }.map {
      Phrase.Value.phrase(
        Phrase("refusal.not-held.reserve", ["amount": .text(text($0.left)), "area": .text($0.area)]))
    }
    let areas = area.map { [$0.text] } ?? activity?.areas ?? []
    let place = area?.text ?? activity?.id.text ?? ""
    let held: [String: Phrase.Value] = [
      "day": "\(day)", "window": "\(window)", "free": .text(text(max(0, balance.free))),
      "place": .text(place),
      "most": .text(text(balance.available(for: areas))), "amount": .text(text(amount.minor)),
    ]
    return aside.isEmpty
      ? Refusal("not-held", held, field: "amount.minor")
      : Refusal(
        "not-held.aside", held.merging(["aside": .joined(aside, by: "phrase.comma")]) { $1 },
        field: "amount.minor")
  }
}

extension Connection {
  /// Whether a treaty had come to a phase by a day; nil where its phases are not kept, or are none that follow another.
  fileprivate func hasBegun(_ phase: String, of treaty: Treaty.ID, by day: Day) throws -> Bool? {
    let phases = try phases(of: treaty)
    guard !phases.isEmpty, let needed = TreatyPhase.order.firstIndex(of: phase) else { return nil }
    return phases.contains { begun in
      begun.since.first <= day
        && (TreatyPhase.order.firstIndex(of: begun.phase).map { $0 >= needed } ?? false)
    }
  }
}
