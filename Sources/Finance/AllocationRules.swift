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
      let known = charter.windows.filter(\.exists).map(\.id).joined(separator: ", ")
      return [
        Refusal(
          "no-window",
          "the charter \(charter.label), in force on \(decided), has no window \(window); it has "
            + (known.isEmpty ? "none" : known), field: "window")
      ]
    }
    guard terms.exists else {
      return [
        Refusal(
          "proposed-window",
          "the charter \(charter.label), in force on \(decided), only proposes \(window); allocate from it once an "
            + "edition says that it exists", field: "window")
      ]
    }
    var refusals: [Refusal] = []
    if let phase = terms.fromPhase, let treaty = terms.treaty,
      try connection.hasBegun(phase, of: Treaty.ID(treaty), by: decided) == false
    {
      refusals.append(
        Refusal(
          "phase",
          "\(window) pays from the phase \(phase) of \(treaty), which had not begun on \(decided); allocate once it has begun",
          field: "decided"))
    }
    if let activity, let nature = activity.nature, !terms.pays.isEmpty, !terms.pays.contains(nature) {
      refusals.append(
        Refusal(
          "nature",
          "under the charter \(charter.label) \(window) pays for what is \(terms.pays.joined(separator: ", ")), and "
            + "\(activity.id) is \(nature)", field: "activity"))
    }
    return refusals
  }

  /// What stands against the decision that it rests on: one that decides nothing, or a later one.
  func refusalOfDecision(_ connection: any Connection) throws -> Refusal? {
    guard let found = try decision.flatMap({ try connection.one($0) }) else { return nil }
    guard found.isBinding else {
      return Refusal(
        "no-decision",
        "decision \(found.id) decides nothing (\(found.outcome.rawValue), \(found.state.rawValue)); name one that "
          + "was taken and decides", field: "decision")
    }
    guard let date = found.date, date.first > decided else { return nil }
    return Refusal(
      "later-decision", "decision \(found.id) is of \(date), after the allocation of \(decided)",
      field: "decision")
  }
}

extension Allocation {
  /// Why a window does not have so much for this place: what is free, what is set aside and for whom.
  func refusal(_ ledger: WindowLedger, _ activity: Activity?, on day: Day) -> Refusal {
    let currency = amount.currency
    // An allocation that is corrected does not stand in its own way.
    let balance = ledger.balance(of: window.text, in: currency, on: day, without: id)
    func text(_ minor: Int) -> String { Currency.text(minor, currency) }
    let aside = balance.reserves.filter { $0.left > 0 }.map { "\(text($0.left)) for \($0.area)" }
    let areas = area.map { [$0.text] } ?? activity?.areas ?? []
    let place = area?.text ?? activity?.id.text ?? ""
    let most = text(balance.available(for: areas))
    return Refusal(
      "not-held",
      "on \(day) \(window) has \(text(max(0, balance.free))) free and "
        + (aside.isEmpty ? "nothing set aside" : "set aside \(aside.joined(separator: ", "))")
        + "; \(place) can have \(most) of it at the most, and not \(text(amount.minor))",
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
