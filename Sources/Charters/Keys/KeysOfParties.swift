internal import Kernel

/// Treaties, bodies, and what ties organisations to each other.
extension CharterKey {
  @KeyList static var parties: [CharterKey] {
    keys(
      in: ["treaties.*"],
      read: [
        "name": .text, "phases": .list, "mentions-partnerships": .one("yes no general-statement"),
        "says-how-to-implement": .one("yes no general-statement partly"), "bodies": .several(of: .body),
      ], waiting: ["between": .own, "parties": .number])
    keys(in: ["treaties.*.parties"], waiting: ["as-of": .date])
    keys(in: ["treaties.*.phases.[]"], read: ["phase": .one(Charter.Phase.order), "since": .date])
    keys(
      in: ["bodies.*"],
      read: [
        "name": .text,
        "kind": .one(
          "accreditor advisory area-groups assembly association certifier committee executing-agency executive expert founder fund funding governing implementing-agency mandating national negotiating network organisation other planning project-group regional secretariat steering subsidiary treaty working-group"
        ), "of": .one(of: .body), "treaty": .one(of: .treaty), "exists": .block, "meets": .one("any-day"),
        "seats": .own, "total": .number, "constituencies": .named, "election-order": .own,
      ],
      waiting: [
        "area": .one(of: .area), "rule": .one(of: .rule), "extra-representatives": .block,
        "advises": .several(of: .body, .charter, or: "areas"), "appointed-by": .several(of: .body),
        "asks": .own, "balance": .block, "chairs": .own, "compiles": .several(of: .reporting),
        "coordinates": .own, "count": .own, "created-by": .several(of: .body), "decides": .own,
        "directs": .several(of: .body, .charter), "drafts-shared": .flag, "elected-by": .several(of: .body),
        "follows": .several(of: .body), "groups": .block, "has-members": .flag, "host": .one(of: .body),
        "independent-of": .several(of: .body), "informed-of": .block, "languages": .several(Language.self),
        "legal-person": .flag, "levels": .own, "mandated-by": .several(of: .body),
        "mandates": .several(of: .body, .charter, or: "etis"), "many": .flag, "may": .own, "members": .own,
        "must": .own, "observers": .own, "officers": .own, "one-per": .own,
        "organised-by": .several(of: .body), "own-staff": .flag, "party-to": .several(of: .agreement),
        "per": .own, "power": .own, "publishes": .own, "quorum": .own, "receives": .own, "regions": .block,
        "reports-to": .several(of: .body, .charter), "represents": .own, "reviews": .own, "runs": .own,
        "seat": .own, "seats-by": .own, "serves": .several(of: .body, .treaty, .charter), "size": .number,
        "term": .block, "terms": .own, "votes": .own, "with": .several(of: .body),
      ])
    keys(in: ["bodies.*.exists"], read: ["from-phase": .one(Charter.Phase.order)])
    keys(
      in: ["bodies.*.meets"], read: ["every": .span, "at-least-every": .span],
      waiting: ["at-least": .span, "before": .one(of: .body)])
    keys(
      in: ["bodies.*.chairs"], waiting: ["count": .number, "elected-by": .several(of: .body), "who": .own])
    keys(in: ["bodies.*.groups"], waiting: ["count": .number, "joins-by": .own, "kind": .own])
    keys(in: ["bodies.*.balance"], waiting: ["north": .own, "south": .own])
    keys(
      in: ["bodies.*.regions"], waiting: ["count": .number, "of": .several(of: .body), "all-present": .flag])
    keys(in: ["bodies.*.extra-representatives"], waiting: ["speak": .flag, "vote": .flag])
    keys(
      in: ["bodies.*.seats.*"],
      read: [
        "number": .number, "by": .one("election permanent appointment"), "within": .own,
        "conditional": .block,
      ])
    keys(
      in: ["bodies.*.constituencies.*"],
      read: [
        "number": .number, "within": .own, "conditional": .block,
        "by": .one("election permanent appointment"),
      ], waiting: ["includes": .own, "arithmetic": .own])
    keys(in: ["bodies.*.constituencies.*.conditional"], waiting: ["if": .own, "adds": .number])
    keys(
      in: ["bodies.*.term"], waiting: ["years": .number, "renewable": .own, "except": .several(of: .body)])
    keys(
      in: ["agreements.*"],
      waiting: ["kind": .one("memorandum agreement"), "name": .text, "parties": .own, "signed": .date])
    keys(
      in: ["exemptions.*"],
      waiting: [
        "treaty": .one(of: .treaty), "rule": .own, "substance": .own, "use": .text, "kind": .own,
        "time-limited": .flag, "condition": .text, "ends-when": .text, "review": .block, "register": .block,
        "made-unnecessary-by": .several(of: .area), "holders": .own, "granted-by": .one(of: .body),
        "extended": .number,
      ])
    keys(
      in: ["exemptions.*.review"],
      waiting: ["by": .several(of: .body), "at-least-every": .span, "advised-by": .several(of: .body)])
    keys(in: ["exemptions.*.register"], waiting: ["kind": .own, "entered-by": .own])
  }
}
