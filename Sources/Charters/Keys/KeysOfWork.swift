/// What it works on: areas, streams, mechanisms, documents and their parts.
extension CharterKey {
  @KeyList static var work: [CharterKey] {
    keys(
      in: ["governing-documents.*"],
      read: ["name": .text, "since": .date, "over": .several(of: .governingDocument)],
      waiting: [
        "annex-to": .one(of: .governingDocument), "holds": .own, "one-per": .own,
        "reviewed-by": .several(of: .body),
      ])
    keys(
      in: ["areas.*"],
      read: [
        "name": .text, "since": .date, "until": .date, "themes": .own, "beyond-substance": .flag,
        "planned-end": .one("completion limited-life no-country-left when-no-country-left"),
        "roll-up": .block,
      ],
      compared: [
        "state": .one("proposed preparatory launched active dormant merged absorbed-by-treaty closed")
      ],
      waiting: [
        "follows": .several(of: .area), "successor": .several(of: .area), "goal": .own, "kind": .own,
        "one-per": .own, "region": .own, "scope": .own,
      ])
    keys(in: ["areas.*.planned-end"], read: ["date": .date, "name": .text], waiting: ["condition": .own])
    keys(
      in: ["areas.*.roll-up"],
      read: [
        "to": .one([RollUp.programme]), "indicators": .several(of: .indicator), "projects": .own,
        "why": .text,
      ])
    keys(
      in: ["cross-cutting-topics.*"], read: ["name": .text, "since": .date, "until": .date],
      waiting: ["touches": .several(of: .area)])
    keys(
      in: ["streams.*"], read: ["name": .text],
      waiting: ["functions": .several(of: .function), "steps": .own, "replaces-party-reports": .flag])
    keys(
      in: ["stream-role"], read: ["begins": .one(Charter.Phase.order)],
      waiting: ["prepared": .one(Charter.Phase.order + ["any-phase"])])
    keys(
      in: ["mechanisms.*"], read: ["enabled": .flag, "stream": .one(of: .stream)],
      waiting: [
        "responsible": .several(of: .body), "record-types": .own, "from": .several(of: .body), "route": .own,
        "back-to": .several(of: .body), "measure": .several(of: .indicator), "for": .own, "example": .text,
        "model": .own,
      ])
    keys(
      in: ["deliverables"], read: ["part-states": .own, "movers": .block],
      waiting: [
        "items": .named, "code-pattern": .own, "dates": .own, "interim-when-none": .own, "overlap": .own,
      ])
    keys(in: ["deliverables.movers"], read: ["*": .several(of: .body)])
    keys(
      in: ["deliverables.items.*"],
      waiting: [
        "name": .text, "kind": .own, "area": .one(of: .area), "body": .one(of: .body), "number": .own,
        "parts": .own, "approved": .date, "code": .own, "effective": .date, "valid-until": .date,
        "replaces": .several(of: .deliverable), "overlap": .block, "by": .several(of: .body), "session": .own,
        "decision": .own,
      ])
    keys(in: ["deliverables.items.*.overlap"], waiting: ["from": .date, "to": .date])
    keys(
      in: ["deliverables.items.*.parts.*"],
      waiting: ["by": .several(of: .body), "session": .own, "decision": .own])
    keys(in: ["consultations"], waiting: ["comments": .own, "deadline": .own, "kind": .own])
    keys(
      in: ["consultations.[]"],
      waiting: ["id": .own, "kind": .own, "name": .text, "asks": .own, "comments": .own, "deadline": .own])
    keys(in: ["alternatives"], waiting: ["record": .own, "kinds": .own])
    keys(in: ["overlap-check"], waiting: ["same": .several(Attention.Sameness.self), "between": .own])
    keys(in: ["alignment"], waiting: ["of": .own, "with": .own, "values": .own, "by": .own])
    keys(in: ["activities-serve"], waiting: ["check": .own])
    keys(
      in: ["attention"],
      read: ["income-groups": .own, "populations": .own, "report-after": .block, "donor-share": .number])
    keys(in: ["attention.report-after"], read: ["yellow": .own, "red": .own])
  }
}
