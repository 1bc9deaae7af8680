internal import Kernel

/// The partnership's own name, edition, aim and origin.
extension CharterKey {
  @KeyList static var whole: [CharterKey] {
    keys(
      in: [""],
      read: [
        "charter": .own, "edition": .own, "in-force": .block, "time-zone": .own, "languages": .block,
        "name": .text,
        "goal": .text, "shares": .block, "origin": .block, "form": .one(GovernanceForm.Kind.self),
        "levels": .several(ProblemLevel.self), "functions": .named, "responsibilities": .named,
        "society-levels": .own, "modes": .named, "natures": .named, "ambition": .block,
        "solution-types": .block, "solution-type": .own, "market-based": .text, "treaties": .named,
        "bodies": .named, "not-a-subsidiary-body": .flag, "membership": .block, "rights": .block,
        "parties-in-partnership": .block, "priorities": .block, "governing-documents": .named,
        "areas": .named, "cross-cutting-topics": .named, "streams": .named, "stream-role": .block,
        "mechanisms": .named, "whatever-the-linkage": .one("all-mechanisms-work"), "linkage": .block,
        "options": .named, "reporting": .list, "cycles": .list, "finance": .block, "decisions": .block,
        "lifecycles": .block, "overlap-check": .several(Attention.Sameness.self), "indicators": .named,
        "attention": .block, "deliverables": .block, "outputs": .own,
        "activities-serve": .one("partner-priority-actions"),
      ],
      compared: [
        "function-mandates": .named, "lifecycle": .block, "alternatives": .block, "tracking": .block,
        "certification": .block, "trade": .block, "lessons": .list,
      ],
      waiting: [
        "language": .one("1"), "status": .one("in-force proposal"), "replaces": .own, "model": .own,
        "seen-on": .date, "definition": .block, "staff": .own, "country-groups": .named,
        "interim-work": .block,
        "area-fields": .several("leads members scope business-plan status planned-end"),
        "every-activity-in-an-area": .flag, "advice": .list,
        "log-every-change": .several("who capacity when rule decision"), "alignment": .block,
        "visibility": .block, "models": .own, "principles": .own, "exemptions": .named,
        "consultations": .block, "campaigns": .named, "confidentiality": .block,
        "notes": .list, "figures": .named, "agreements": .named,
      ])
    keys(in: ["in-force"], read: ["since": .date, "until": .date])
    keys(
      in: ["languages"], read: ["original": .one(Language.self)], waiting: ["texts": .several(Language.self)])
    keys(
      in: ["goal"], read: ["aims": .named, "media": .named],
      waiting: ["followed-during": .several(Charter.Phase.order), "supports": .own])
    keys(in: ["goal.aims.*"], read: ["name": .text], waiting: ["when": .own])
    keys(in: ["definition"], waiting: ["resolution": .own, "text": .text])
    keys(
      in: ["shares"],
      read: ["risks": .text, "responsibilities": .text, "resources": .text, "benefits": .text])
    keys(
      in: ["origin"],
      read: [
        "created": .date, "predecessors": .text, "founders": .list, "mandate": .own, "complements": .own,
      ],
      compared: [
        "older-than-treaty": .flag,
        "relation-to-treaty": .one(
          "active-during-negotiation arises-from-exemption before created-after-entry-into-force created-after-treaty during-negotiation older-than-treaty proposed-beside"
        ),
      ],
      waiting: [
        "framework-in-place": .date, "parent-plan": .text, "owners": .several(of: .body), "approved": .date,
        "revised": .date, "part-of": .text,
      ])
    keys(
      in: ["origin.founders.[]"], read: ["who": .own, "sector": .one(of: .sector, or: "any")],
      waiting: ["at": .date])
    keys(in: ["origin.parent-plan"], waiting: ["years": .number])
    keys(in: ["origin.approved"], waiting: ["by": .one(of: .body)])
    keys(in: ["form"], read: ["own-legal-body": .flag], waiting: ["not-for-profit": .flag, "place": .own])
    keys(in: ["staff"], waiting: ["unit": .one("full-time-equivalent person"), "counts": .own])
    keys(in: ["functions.*"], read: ["name": .text])
    keys(
      in: ["function-mandates.*"], compared: ["function": .text],
      waiting: [
        "given-by": .one(of: .body), "to": .one(of: .body), "legal-basis": .own,
        "supervised-by": .one(of: .body), "reports": .own,
      ])
    keys(in: ["responsibilities"], read: ["*": .one(of: .body)])
    keys(in: ["responsibilities.*"], read: ["body": .one(of: .body)])
    keys(in: ["modes.*"], read: ["name": .text], waiting: ["for": .several(of: .countryGroup)])
    keys(in: ["country-groups.*"], waiting: ["name": .text])
    keys(
      in: ["natures.*"],
      read: [
        "class": .one(Charter.Nature.Class.self), "name": .text, "by": .one("party parties-together"),
        "wordings": .own, "through": .several("this-partnership other-partnerships bilateral multilateral"),
      ])
    keys(in: ["ambition"], read: ["may-exceed-treaty": .flag])
    keys(in: ["solution-type"], read: ["market-based": .flag])
    keys(in: ["market-based"], read: ["name": .text], waiting: ["kind": .own])
    keys(in: ["not-a-subsidiary-body"], waiting: ["warn": .text])
    keys(in: ["every-activity-in-an-area"], waiting: ["cross-cutting": .own])
    keys(
      in: ["lifecycle"],
      compared: [
        "phase": .one("proposed preparatory launched active dormant merged closed ended"), "sunset": .date,
        "changed": .date,
      ], waiting: ["successor": .own, "evaluated": .block])
    keys(in: ["lifecycle.evaluated"], waiting: ["what": .text])
    keys(
      in: ["lifecycle.changed"],
      compared: [
        "from": .one("programme-of-founders independent-organisation"),
        "to": .one("programme-of-founders independent-organisation"),
      ])
    keys(
      in: ["lifecycles"], read: ["partnership": .several("need proposal partners charter launched")],
      waiting: [
        "area": .several("proposed preparatory launched active dormant merged absorbed-by-treaty closed"),
        "activity": .several("planned under-way done taken-over-by-treaty ended"), "deliverable-part": .own,
        "alternative": .own,
      ])
    keys(in: ["lifecycles.area"], waiting: ["keeps-data": .flag])
    keys(in: ["lifecycles.partnership"], read: ["partners-at-least": .number, "sectors-at-least": .number])
    keys(
      in: ["figures.*"],
      waiting: [
        "unit": .own, "as-of": .date, "arithmetic": .own, "nuance": .own, "words": .text, "what": .text,
      ])
  }
}
