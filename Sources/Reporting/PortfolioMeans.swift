internal import Charters
internal import Finance
internal import Kernel
internal import Workplan

/// Money: needs that nobody means to pay, donors who carry too much alone, promises that are not kept.
extension Portfolio {
  /// Actions and activities that state a need, with nothing secured and no source intended (R14).
  var meansFindings: [PortfolioFinding] {
    let actions = actions.compactMap { action -> PortfolioFinding? in
      guard let need = action.need, need.minor > 0, !action.hasMeans else { return nil }
      return .init(
        .actionWithoutMeans, .red, .init(action, action.title),
        ["need": .money(need), "area": name(ofPart: action.area.text)])
    }
    let activities = activities.compactMap { activity -> PortfolioFinding? in
      guard let need = activity.need, need.minor > 0, activity.intendedSource?.isEmpty ?? true else {
        return nil
      }
      return .init(.activityWithoutMeans, .red, .init(activity, activity.text), ["need": .money(need)])
    }
    return actions + activities
  }

  /// Activities that carry out no action which a body set as its priority, where the charter asks for one (P7).
  var serviceFindings: [PortfolioFinding] {
    guard servesPartners else { return [] }
    let served = Set(actions.filter { $0.setBy != nil }.map(\.id))
    return activities.filter { !($0.priorityAction.map(served.contains) ?? false) }.map {
      .init(.activityServesNobody, .yellow, .init($0, $0.text))
    }
  }

  /// A donor that gives more than the charter's share of a cycle's money, by currency, cash and in kind apart.
  var donorFindings: [PortfolioFinding] {
    struct Purse: Hashable {
      let cycle: String
      let currency: String
      let kind: Money.Kind
    }
    let kept = Dictionary(cycles.map { ($0.id.text, $0) }) { first, _ in first }
    let purses = Dictionary(grouping: contributions) {
      Purse(cycle: $0.cycle, currency: $0.amount.currency, kind: $0.amount.kind)
    }
    return purses.flatMap { purse, given -> [PortfolioFinding] in
      // Sums in floating point: a crafted amount must not stop the program.
      let total = given.reduce(0) { $0 + Double($1.amount.minor) }
      guard total > 0, let cycle = kept[purse.cycle] else { return [] }
      return Dictionary(grouping: given, by: \.donor).compactMap { donor, own in
        let share = 100 * own.reduce(0) { $0 + Double($1.amount.minor) } / total
        guard share > attention.donorShare else { return nil }
        return .init(
          .donorConcentrated, .yellow, .init(cycle, purse.cycle),
          [
            "donor": .word(donor), "share": .percent(share), "limit": .percent(attention.donorShare),
            "currency": .word(purse.currency), "kind": .word(purse.kind.rawValue),
          ])
      }
    }
  }

  /// Yellow from the day after it is due, red a year later. Without a date to pay by, a pledge is due a year after the
  /// promise.
  var pledgeFindings: [PortfolioFinding] {
    pledges.compactMap { pledge in
      guard pledge.outstanding > 0 else { return nil }
      let subject = PortfolioFinding.Subject(pledge, pledge.donor)
      var open = pledge.amount
      open.minor = pledge.outstanding
      let from = pledge.due?.last ?? pledge.promised.last
      let light = Light.after(
        from, yellow: pledge.due == nil ? 12 : 0, red: pledge.due == nil ? 24 : 12, on: day)
      guard light != .green else { return nil }
      return .init(
        .pledgeUnpaid, light, subject,
        [
          "open": .money(open), "date": .date(pledge.due ?? pledge.promised),
          "sign": .word(pledge.due == nil ? "promised" : "due"),
        ])
    }
  }
}
