/// Who takes part, under which conditions, with which rights.
extension CharterKey {
  @KeyList static var members: [CharterKey] {
    keys(
      in: ["membership"],
      read: [
        "sectors": .block, "categories": .named, "chambers": .named, "sides": .block, "member-weight": .block,
        "proxies": .block, "admission": .block, "good-standing": .block, "represents-others": .block,
        "leaving": .block, "screening": .block, "excludes": .named, "open": .block,
      ],
      waiting: [
        "eligibility": .block, "can-grow": .flag, "duties": .own, "expertise": .block,
        "groups-in-the-note": .own, "partners": .number, "votes": .own,
      ])
    keys(in: ["membership.partners"], waiting: ["as-of": .date])
    keys(in: ["membership.sectors"], read: ["main": .named, "movable": .named])
    keys(in: ["membership.sectors.main.*"], read: ["name": .text])
    keys(
      in: ["membership.sectors.movable.*"],
      read: ["name": .text, "counted-in": .one(of: .mainSector), "shown-apart": .flag])
    keys(
      in: ["membership.categories.*"],
      read: [
        "name": .text, "sector": .one(of: .sector, or: "declared"), "party-possible": .flag,
        "chamber": .one(of: .chamber, or: "required declared"), "fee": .one("required not-required"),
        "joins-by": .one("declaration appointment"), "appointed-by": .one(of: .body),
        "votes": .one("0 1 weighted"),
      ], waiting: ["named": .own, "speaks": .flag])
    keys(
      in: ["membership.chambers.*"], read: ["weight": .own, "sub-chambers": .block], compared: ["name": .text]
    )
    keys(
      in: ["membership.member-weight"],
      read: ["organisation": .own, "individual": .own, "empty-cell": .one(ChamberWeights.EmptyCell.self)],
      waiting: ["within": .one("chamber sub-chamber"), "shared-equally": .flag])
    keys(in: ["membership.proxies"], read: ["organisations-at-most": .own, "individuals-at-most": .own])
    keys(in: ["membership.good-standing"], read: ["rule": .text, "without-it": .several("observe")])
    keys(in: ["membership.represents-others"], read: ["allowed": .flag], waiting: ["counted": .one("apart")])
    keys(
      in: ["membership.leaving"], read: ["always": .flag], waiting: ["sanction": .one("none"), "how": .own])
    keys(
      in: ["membership.screening"], read: ["evidence": .one("required not-required"), "re-check": .own],
      waiting: ["classes": .own, "outcome": .own])
    keys(
      in: ["membership.excludes.*"],
      read: ["name": .text, "extends-to": .several("acts-for-it has-such-members takes-such-money")])
    keys(in: ["membership.expertise"], waiting: ["directory": .own, "shown-with": .own])
    keys(in: ["membership.open"], read: ["individuals": .flag])
    keys(
      in: ["membership.admission.*"],
      read: [
        "document": .one("agreement appointment application declaration letter project-document"),
        "must-state": .own, "by": .block, "suspension-by": .several(of: .body), "observer-first": .flag,
      ],
      waiting: [
        "through": .several(of: .body), "reviewed-by": .several(of: .body), "with": .own, "option": .own,
      ])
    keys(
      in: ["membership.admission.*.by"],
      read: [
        "body": .several(of: .body), "bodies": .several(of: .body), "act": .one("declaration"),
        "host": .one(of: .body),
      ])
    keys(
      in: ["rights"],
      read: [
        "parties-only": .several("vote-in-cop report-to-cop take-discretionary-measures"),
        "partners": .several("join-areas contribute report-to-partnership withdraw"),
      ])
    keys(
      in: ["parties-in-partnership"],
      read: ["bound-by": .one(of: .treaty), "expected-to-heed": .several("cop-priorities")],
      waiting: ["report-to": .several(of: .body)])
    keys(in: ["priorities"], read: ["set-by": .several(of: .body, .mainSector, .charter)])
    keys(in: ["visibility"], waiting: ["public": .own, "restricted": .own])
    keys(in: ["confidentiality"], waiting: ["drafting": .own, "reason": .text])
  }
}
