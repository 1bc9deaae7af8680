/// Who reports to whom, advises, meets in which rhythm; what is paid by whom.
extension CharterKey {
  @KeyList static var duties: [CharterKey] {
    keys(
      in: ["reporting.[]"],
      read: [
        "id": .own, "from": .one(of: .reporter), "to": .one(of: .reporter), "what": .own, "when": .own,
        "receipt": .flag,
      ],
      waiting: [
        "regime": .one("treaty partnership"), "asks": .own, "cover-letter": .own, "evidence": .own,
        "first-report": .block, "form": .own, "languages": .own, "late": .block, "party-duty": .flag,
        "refusal": .own, "reviewed-by": .several(of: .body), "sent-to": .own, "sharing": .block,
      ])
    keys(
      in: ["reporting.[].when"],
      read: ["every": .span, "each-meeting-of": .one(of: .body), "before-each-meeting-of": .one(of: .body)],
      waiting: [
        "each": .own, "after": .own, "due": .own, "for": .own, "on-demand": .own, "synchronised-with": .own,
      ])
    keys(in: ["reporting.[].first-report"], waiting: ["not-before": .own])
    keys(in: ["reporting.[].late"], waiting: ["formerly": .own, "now": .own])
    keys(in: ["reporting.[].form"], waiting: ["core": .own, "additional": .own])
    keys(in: ["reporting.[].sharing"], waiting: ["default": .own, "unless": .own])
    keys(
      in: ["advice.[]"],
      waiting: [
        "from": .several(of: .body), "to": .several(of: .body, .charter, or: "areas"), "about": .own,
        "asked-by": .several(of: .body), "states": .own, "ended": .flag,
      ])
    keys(
      in: ["cycles.[]"], read: ["id": .own, "from": .date, "to": .date],
      compared: ["years": .number, "each-meeting-of": .one(of: .body)], waiting: ["area": .one(of: .area)])
    keys(
      in: ["finance"], read: ["windows": .named, "budget": .block, "before-an-activity-starts": .own],
      compared: ["shares": .block],
      waiting: [
        "posts": .named, "every-partnership-needs-resources": .flag, "grows-with-membership": .own,
        "main-window": .several(of: .window), "project-total-rule": .text, "secretariat-condition": .text,
        "to-examine": .block, "totals": .block, "views": .own,
      ])
    keys(in: ["finance.grows-with-membership"], waiting: ["measure": .own])
    keys(in: ["finance.to-examine"], waiting: ["question": .text, "conclusion": .own])
    keys(
      in: ["finance.totals"],
      waiting: ["gef": .several(of: .figure), "other": .several(of: .figure), "total": .several(of: .figure)])
    keys(
      in: ["finance.shares"], read: ["must-total": .number], compared: ["of": .list],
      waiting: ["arithmetic": .own, "verification": .own])
    keys(in: ["finance.shares.of.[]"], read: ["percent": .number], compared: ["window": .one(of: .window)])
    keys(in: ["finance.budget"], read: ["lines": .list])
    keys(
      in: ["finance.budget.lines.[]"], read: ["id": .own, "for": .one(of: .body), "one-per": .one("area")],
      waiting: ["amount": .own])
    keys(
      in: ["finance.posts.*"],
      waiting: ["grade": .own, "since": .date, "until": .date, "funded-by": .one(of: .window), "for": .text])
    keys(
      in: ["finance.windows.*"],
      read: [
        "name": .text,
        "class": .one(
          "assessed cofinancing complementary-formal extrabudgetary fee in-kind mechanism other treaty-contributions voluntary"
        ), "exists": .flag, "pays": .several(of: .nature), "treaty": .one(of: .treaty),
        "from-phase": .one(Charter.Phase.order),
        "donors": .own, "beyond-parties": .flag,
        "earmarks": .several("areas activity donor mine-sites"),
      ], compared: ["outside": .flag],
      waiting: [
        "added-to-cash": .flag, "amount": .own, "base": .own, "charged-to": .several(of: .body),
        "covers-all-at-first": .own, "earmarking": .own, "example-earmark": .own, "for": .several(of: .body),
        "horizon": .own, "inflation-adjusted": .flag, "kinds": .own, "main-donors": .own, "model": .own,
        "of": .several(of: .treaty, .body), "pays-for": .own, "scale": .own, "support-cost": .number,
        "usual-donors": .own, "valuation": .own,
      ])
    keys(in: ["finance.windows.*.pays"], waiting: ["how-much": .own])
    keys(in: ["finance.windows.*.support-cost"], waiting: ["of": .own, "unit": .own])
    keys(
      in: ["indicators.*"],
      read: [
        "name": .text, "unit": .own,
        "kind": .one(
          "balance composite count count-with-threshold gap latest ordinal ratio response-rate sum time-to-answer"
        ), "by": .own, "formula": .own, "counted": .one("once each"), "baseline": .own, "target": .own,
      ],
      waiting: [
        "goal": .one("up down"), "direction": .one("up down"), "disaggregate": .own, "needs": .own,
        "groups": .own, "of": .own, "per": .own, "arithmetic": .own, "version": .own, "maximum": .number,
        "good": .own, "good-points": .own, "threshold": .own, "error-shown": .flag, "why": .own,
        "medium": .several(of: .medium), "scope": .own,
      ])
    keys(in: ["indicators.*.baseline"], waiting: ["as-of": .date])
    keys(in: ["indicators.*.good"], waiting: ["unit": .own])
    keys(in: ["indicators.*.good-points"], waiting: ["arithmetic": .own])
    keys(in: ["indicators.*.threshold"], waiting: ["unit": .own])
  }
}
