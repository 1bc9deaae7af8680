internal import Charters
internal import Kernel
internal import Registry
internal import Store

/// What a pledge and a contribution have in common: who gives to which window, and for what.
struct Donation {
  let donor: String
  let partner: Partner.ID?
  /// The sector that the record itself names.
  let sector: String?
  let window: Window.ID?
  let earmark: Area.ID?

  init(_ contribution: Contribution) {
    donor = contribution.donor
    partner = contribution.partner
    sector = contribution.sector
    window = contribution.window
    earmark = contribution.earmark
  }

  init(_ pledge: Pledge) {
    donor = pledge.donor
    partner = pledge.partner
    sector = nil
    window = pledge.window
    earmark = pledge.earmark
  }

  /// What the charter in force says against it (R123, R124). Where the charter says nothing of a window, of its donors or
  /// of its earmarks, nothing is refused.
  func refusals(under charter: Charter, on day: Day, _ connection: any Connection) throws -> [Refusal] {
    guard let window, let terms = charter.windows.first(where: { $0.id == window.text }) else { return [] }
    var refusals: [Refusal] = []
    if let earmark, !terms.earmarks.isEmpty, !terms.earmarks.contains("areas") {
      refusals.append(
        Refusal(
          "earmark",
          [
            "charter": .text(charter.label), "window": "\(window)", "earmarks": .list(terms.earmarks),
            "earmark": "\(earmark)",
          ], field: "earmark"))
    }
    let partner = try partner.flatMap { try connection.one($0) }
    let isBoundToParties = terms.isBeyondParties == false || terms.donors == ["parties"]
    if isBoundToParties, let treaty = charter.treaty(of: terms),
      try partner?.isKnownParty(to: treaty, on: day, under: charter, connection) ?? false == false,
      try connection.isKept(group: "\(treaty)-party")
    {
      refusals.append(
        Refusal(
          "parties-only",
          [
            "charter": .text(charter.label), "treaty": "\(treaty)", "window": "\(window)", "day": "\(day)",
            "donor": .text(donor),
          ], field: "partner"))
    } else if !isBoundToParties, !terms.donors.isEmpty, !terms.donors.contains("any"),
      try !isAmong(terms.donors, partner, charter, connection)
    {
      refusals.append(
        Refusal(
          "donor",
          [
            "charter": .text(charter.label), "donors": .list(terms.donors), "window": "\(window)",
            "donor": .text(donor),
          ], field: "donor"))
    }
    return refusals
  }

  /// Whether the donor is one that the charter names: by the partner's id, its sector or category, or by name.
  private func isAmong(
    _ named: [String], _ partner: Partner?, _ charter: Charter, _ connection: any Connection
  ) throws -> Bool {
    let sectors = [sector, partner?.sector].compactMap { $0 }
    let own =
      [partner?.id.text, partner?.category, donor.lowercased().replacing(" ", with: "-")].compactMap { $0 }
      + sectors + sectors.compactMap(charter.mainSector(of:))
    if !Set(own).isDisjoint(with: named) { return true }
    return try named.contains { word in
      let names =
        [try connection.one(Partner.ID(word))?.name, charter.body(word)?.name].compactMap { $0 }
      return names.flatMap(\.texts).contains { $0.text == donor }
    }
  }
}

extension Charter {
  /// The treaty whose Parties a window speaks of: its own, or the one that the partnership serves.
  fileprivate func treaty(of window: Charter.Window) -> String? {
    window.treaty ?? rights.boundBy ?? (treaties.count == 1 ? treaties[0].id : nil)
  }
}

extension Partner {
  fileprivate func isKnownParty(
    to treaty: String, on day: Day, under charter: Charter, _ connection: any Connection
  ) throws -> Bool {
    guard let country, charter.membership.terms(of: category)?.isPartyPossible ?? false else { return false }
    return try connection.countries(in: "\(treaty)-party", on: day).contains(country)
  }
}
