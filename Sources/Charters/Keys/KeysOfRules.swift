/// Who decides what, and by which rule.
extension CharterKey {
  @KeyList static var rules: [CharterKey] {
    keys(
      in: ["decisions"], read: ["rules": .named, "who-decides": .named],
      waiting: ["outcomes": .several("decides takes-note requests advises submits recognises")])
    keys(
      in: ["decisions.who-decides.*"],
      read: ["bodies": .several(of: .actor), "rule": .one(of: .rule), "and-if-formal": .several(of: .body)],
      waiting: [
        "under": .several(of: .governingDocument),
        "outcome": .one("decides takes-note requests advises submits recognises"),
        "asked-by": .several(of: .body),
      ])
    keys(
      in: ["decisions.rules.*"],
      read: [
        "kind": .one(DecisionRule.Kind.self), "objects": .own, "effect": .own,
        "good-standing": .one("required not-required"),
        "not-counted": .several(of: .category, or: "extra-representative observer"),
        "declared-interest": .one(Electorate.Interest.self), "weights": .own, "quorum": .block,
        "no-quorum": .block, "pass": .block, "zero-base": .one("fails passes"),
        "tie": .one(DecisionRule.Tie.self), "abstention": .one("counts-as-cast not-cast"), "proxies": .block,
        "election": .one("most-votes"), "chairs": .one(of: .body), "host": .one(of: .body),
        "host-veto": .flag, "unanimity": .flag, "fallback": .one(of: .rule), "days": .own,
        "last-day": .one("counts does-not-count"), "text-change": .one("restarts-clock keeps-clock"),
        "proposer": .own, "seconders": .own, "different-chambers": .flag,
      ], compared: ["status": .one("draft in-force"), "reading": .one("alternative")],
      waiting: [
        "channels": .several("in-person proxy post e-mail"), "non-vote": .one("not-counted"),
        "absent": .one("sustained-opposition"), "objection": .one("reopens"), "late-objection": .one("noted"),
        "observer-objection": .one("not-counted"), "nobody-asked": .one("no-decision"), "appoints": .block,
        "vote": .one("none"), "order": .own, "not-reached": .one("lapses"),
      ])
    keys(
      in: ["decisions.rules.*.weights"],
      read: [
        "each": .one(of: .category, or: "chamber voter party"), "weight": .own, "permanent": .block,
        "shared-among": .one("members-who-cast"), "chambers": .named, "members": .block,
      ])
    keys(
      in: ["decisions.rules.*.weights.chambers.*"], read: ["weight": .own, "sub-chambers": .block],
      waiting: ["name": .text])
    keys(
      in: ["decisions.rules.*.weights.members"],
      read: ["organisation": .own, "individual": .own, "empty-cell": .one(ChamberWeights.EmptyCell.self)])
    keys(
      in: quorums,
      read: [
        "each": .one("chamber sub-chamber"), "chamber": .own, "overall": .flag, "of": .one(Quorum.Basis.self),
        "present": .own, "present-or-proxied": .own, "cast": .own,
      ])
    keys(
      in: ["decisions.rules.*.no-quorum"], read: ["second-ballot-within": .own, "quorum": .block],
      waiting: ["then": .one("no-decision")])
    keys(
      in: majorities,
      read: [
        "each": .one("chamber sub-chamber"), "chamber": .own, "overall": .flag, "in-favour": .own,
        "of": .one(PassTest.Base.self),
      ])
    keys(
      in: ["decisions.rules.*.proxies"], read: ["organisations-at-most": .own, "individuals-at-most": .own])
    keys(in: ["decisions.rules.*.appoints"], waiting: ["number": .number])
  }
}
