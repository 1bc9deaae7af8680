public import Charters
internal import Finance
internal import Governance
public import Kernel
public import Registry
public import Store
internal import Workplan

extension Connection {
  /// What a partner owes on a day as a Party and as a partner, under the charter in force then.
  public func regimes(of partner: Partner, under charter: Charter, on day: Day) throws -> TwoRegimes {
    TwoRegimes(
      partner: partner.id.text, asOf: day,
      treaties: try charter.treaties.map { try side(of: partner, to: Treaty.ID($0.id), charter, day) },
      commitments: try commitments(of: partner, charter, day))
  }

  private func side(
    of partner: Partner, to treaty: Treaty.ID, _ charter: Charter, _ day: Day
  ) throws -> TreatySide {
    let groups = try partner.country.map { try self.groups(of: $0, on: day) } ?? []
    let party = groups.first { $0.group == "\(treaty)-party" }
    let consent = groups.first { $0.group == "\(treaty)-ratified" }
    let phase = try self.phase(of: treaty, on: day)?.phase
    let standing = TreatySide.standing(
      canBeParty: charter.membership.terms(of: partner.category)?.isPartyPossible ?? false,
      country: partner.country, phase: phase, isParty: party != nil, hasConsented: consent != nil,
      isOnRecord: try isKept(group: "\(treaty)-party"))
    let owes = standing == .bound || standing == .willBind
    let ground = party ?? consent
    return TreatySide(
      treaty: treaty, phase: phase, standing: standing, since: owes ? ground?.period.since : nil,
      provenance: owes ? ground?.provenance : nil,
      duties: owes
        ? try all(TreatyDuty.self, "WHERE treaty = \(treaty) AND owed_by IS NULL ORDER BY id").inOrder : [],
      reports: owes ? charter.reports { ["parties", "party"].contains($0.from) } : [],
      expectedToHeed: charter.rights.boundBy == treaty.text && owes ? charter.rights.expectedToHeed : [],
      partyActs: charter.rights.partiesOnly)
  }

  private func commitments(of partner: Partner, _ charter: Charter, _ day: Day) throws -> Commitments {
    let seats = try all(
      Seat.self,
      "WHERE role LIKE '%lead' AND area IS NOT NULL AND \(Query.isValid(Seat.self, on: day)) ORDER BY area, id"
    ).filter { $0.isHeld(by: partner) }
    let led = seats.compactMap(\.area?.text)
    let pledges = try all(
      Pledge.self,
      "WHERE partner = \(partner.id) AND \(Query.isValid(Pledge.self, on: day)) ORDER BY promised, id")
    return Commitments(
      promised: partner.contribution, statesSupport: partner.statesSupport,
      statesCommitment: partner.statesCommitment, provenance: partner.provenance, leads: seats,
      // Most partners lead none: no activity is read for their pages.
      activities: led.isEmpty
        ? []
        : try all(Activity.self, "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY id")
          .filter { activity in activity.areas.contains { led.contains($0) } },
      pledges: pledges.map {
        Pledged(
          pledge: $0.id.text, amount: $0.amount, outstanding: $0.outstanding, due: $0.due,
          state: $0.state.rawValue, provenance: $0.provenance)
      },
      reports: charter.reports { ["partners", "partner"].contains($0.from) }
        + led.flatMap { area in charter.reports(about: area) { $0.from == "areas" } })
  }
}

extension Charter {
  /// The reports of some of its lines, with the addressee that the linkage in force gives them.
  fileprivate func reports(
    about area: String? = nil, _ isOwed: (ReportingLine) -> Bool
  ) -> [ReportOwed] {
    reporting.filter(isOwed).map { line in
      ReportOwed(
        line: line.id, area: area, to: line.to == "linkage" ? addressee(area: area).bodies : [line.to],
        what: line.what, when: line.when, provenance: line.ground.provenance)
    }
  }
}

extension Seat {
  /// A holder is an organisation as its source writes it: the partner of that id or name, in any language.
  func isHeld(by partner: Partner) -> Bool {
    holder == partner.id.text || partner.name.texts.contains { $0.text == holder }
  }
}

extension [TreatyDuty] {
  /// By article as a number, which text does not sort by: 3 before 13.
  fileprivate var inOrder: [TreatyDuty] {
    sorted {
      (Int($0.article.prefix { $0.isNumber }) ?? .max, $0.id.text) < (
        Int($1.article.prefix { $0.isNumber }) ?? .max, $1.id.text
      )
    }
  }
}
