public import Charters
public import Kernel
public import Registry
public import Store

// Who may speak in a body follows from three things that are kept apart: the seats on record, the partners of the day, and
// what the charter says of their chamber, their country and their fees.

extension Connection {
  /// Those who take part in the decisions of a body on a day, in the order of their ids.
  ///
  /// Where seats of members are on record the seats are the register. A body without them is that of all partners; a
  /// suspended one, or one whose fee is owed, stands on it and is not in good standing.
  ///
  /// - Throws: a `Refusal` where chambers are divided by a list of countries that nobody keeps for the day.
  public func register(of body: Body.ID, on day: Day, under charter: Charter) throws -> [Voter] {
    let membership = charter.membership
    let sides = try countries(of: membership.sides, on: day, label: charter.label)
    let fees = try all(Fee.self, "ORDER BY id")
    let earlier = Dictionary(
      try all(EarlierMembership.self, "WHERE \(Query.isValid(EarlierMembership.self, on: day)) ORDER BY id")
        .map { ($0.partner, $0.period) }
    ) { first, _ in first }
    let voters = try all(
      Partner.self,
      "WHERE \(Query.isMember(on: day)) ORDER BY id"
    ).map { partner in
      var partner = partner
      if !partner.membership.covers(day), let then = earlier[partner.id] { partner.membership = then }
      let terms = membership.terms(of: partner.category)
      return Voter(
        partner.id.text, category: partner.category,
        chamber: partner.chamber ?? terms?.chamber.flatMap { $0 == "required" ? nil : $0 },
        subChamber: partner.country.flatMap { country in
          sides.first { $0.countries?.contains(country) ?? true }?.side
        },
        kind: partner.category == "individual" ? .individual : .organisation,
        isObserver: terms?.isObserver ?? false,
        isInGoodStanding: partner.isInGoodStanding(on: day, fees, under: membership))
    }
    let seats = try all(
      Seat.self, "WHERE body = \(body) AND \(Query.isValid(Seat.self, on: day)) ORDER BY id")
    guard seats.contains(where: { $0.role == "member" }) else { return voters }
    let known = Dictionary(uniqueKeysWithValues: voters.map { ($0.id, $0) })
    var met: Set<String> = []
    return seats.map { known[$0.holder] ?? Voter($0.id.text) }.filter { met.insert($0.id).inserted }
  }

  /// The countries of each side; nil for the side of all others.
  private func countries(
    of sides: [Membership.Side], on day: Day, label: String
  ) throws -> [(side: String, countries: Set<Country>?)] {
    try sides.map { side in
      guard let group = side.group else { return (side.subChamber, nil) }
      let countries = try countries(in: group, on: day)
      guard !countries.isEmpty else {
        throw Refusal("no-countries", ["charter": .text(label), "group": "\(group)", "day": "\(day)"])
      }
      return (side.subChamber, countries)
    }
  }
}
