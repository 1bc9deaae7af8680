internal import Kernel

/// What must hold of decision rules: known keys for their kind, and nothing that contradicts itself.
extension CharterChecks {
  func decisionRules() {
    for rule in charter.rules {
      guard let entry = root["decisions"]?["rules"]?[rule.id] else { continue }
      vocabulary(rule, entry)
      reachable(rule, entry)
      whole(rule, entry)
      chambersNamed(rule, entry)
      electors(rule, entry)
      complete(rule, entry)
    }
    fallbacks()
    let rules = Dictionary(charter.rules.map { ($0.id, $0) }) { first, _ in first }
    for who in charter.decides {
      if let name = who.rule, rules[name]?.kind == .admissibility {
        findings.fault(
          "contradiction",
          "\(who.subject) is to be decided by \u{201C}\(name)\u{201D}, which only says who proposes; name a rule of consensus, silence or vote",
          line: root["decisions"]?["who-decides"]?[who.subject]?.line ?? 1)
      }
    }
  }

  private func vocabulary(_ rule: DecisionRule, _ entry: Entry) {
    if entry["kind"] == nil {
      findings.fault(
        "rule-kind",
        "\(entry.path) does not say its kind; it is one of \(DecisionRule.Kind.allCases.map(\.rawValue).joined(separator: ", "))",
        line: entry.line)
    }
    let known = RuleGrammar.keys[rule.kind] ?? []
    let all = RuleGrammar.keys.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for member in entry.members where all.contains(member.name) && !known.contains(member.name) {
      let kinds = DecisionRule.Kind.allCases.filter { RuleGrammar.keys[$0]?.contains(member.name) ?? false }
      findings.fault(
        "rule-key",
        "\(entry.path): a rule of kind \(rule.kind.rawValue) knows no key \u{201C}\(member.name)\u{201D}; it belongs to \(kinds.map(\.rawValue).joined(separator: ", "))",
        line: member.entry.line)
    }
  }

  /// No share over the whole, and none that everything reaches.
  private func reachable(_ rule: DecisionRule, _ entry: Entry) {
    func check(_ threshold: Threshold, _ what: String, _ at: Entry?) {
      let isOver =
        threshold.share > .whole || (threshold.isStrict && threshold.share == .whole)
      if isOver {
        findings.fault(
          "over-the-whole",
          "\(at?.path ?? entry.path): \(what) of \(threshold) can never be reached; the most is >= 100 %",
          line: at?.line ?? entry.line)
      } else if !threshold.isStrict, threshold.share == .zero {
        findings.fault(
          "nothing-asked",
          "\(at?.path ?? entry.path): \(what) of \(threshold) is always reached; leave it out or ask more than 0",
          line: at?.line ?? entry.line)
      }
    }
    for test in rule.quorum { check(test.threshold, "a quorum", entry["quorum"]) }
    for test in rule.secondBallot?.quorum ?? [] { check(test.threshold, "a quorum", entry["no-quorum"]) }
    for test in rule.pass { check(test.threshold, "a majority", entry["pass"]) }
  }

  /// Weights are shares of one whole.
  private func whole(_ rule: DecisionRule, _ entry: Entry) {
    guard case .chambers(let weights) = rule.weights else { return }
    let line = entry["weights"]?.line ?? entry.line
    func check(_ shares: [Fraction], _ what: String) {
      guard !shares.isEmpty, Fraction.sum(shares) != .whole else { return }
      let told = shares.map(\.description).joined(separator: " + ")
      let sum = Fraction.sum(shares)?.description ?? "too fine to add"
      findings.fault(
        "weights-total", "\(what): \(told) is \(sum); the weights of a whole total 1 (write a third as 1/3)",
        line: line)
    }
    check(weights.chambers.map(\.weight), "the chambers of \(rule.id)")
    for chamber in weights.chambers {
      check(chamber.subChambers.map(\.share), "the sub-chambers of \(chamber.id) in \(rule.id)")
    }
    if let kinds = weights.kinds {
      check(Voter.Kind.allCases.compactMap { kinds[$0] }, "organisations and individuals in \(rule.id)")
    }
  }

  private func chambersNamed(_ rule: DecisionRule, _ entry: Entry) {
    let chambers = rule.weights.chambers
    let tests =
      rule.quorum.map { ($0.constituency, entry["quorum"]) }
      + rule.pass.map { ($0.constituency, entry["pass"]) }
    for (constituency, at) in tests {
      let line = at?.line ?? entry.line
      switch constituency {
      case .overall: break
      case .chamber(let name): refer([name], Set(chambers.map(\.id)), "chamber", at)
      case .eachChamber where chambers.isEmpty:
        findings.fault(
          "no-chambers",
          "\(at?.path ?? "") counts each chamber, and \(rule.id) gives no chamber a weight; write weights: membership.chambers",
          line: line)
      case .eachSubChamber where chambers.allSatisfy { $0.subChambers.isEmpty }:
        findings.fault(
          "no-chambers", "\(at?.path ?? "") counts each sub-chamber, and no chamber of \(rule.id) has one",
          line: line)
      case .eachChamber, .eachSubChamber: break
      }
    }
  }

  /// Somebody can vote.
  private func electors(_ rule: DecisionRule, _ entry: Entry) {
    if case .chambers(let weights) = rule.weights, weights.chambers.isEmpty {
      findings.fault(
        "zero-voters", "\(rule.id) gives weights to chambers, and there is none; name the chambers",
        line: entry["weights"]?.line ?? entry.line)
    }
    let categories = Set(charter.categories.map(\.id))
    let electorate = rule.electorate
    if let category = electorate.category {
      if electorate.notCounted.contains(category), electorate.permanent.isEmpty {
        findings.fault(
          "zero-voters",
          "only \(category) votes under \(rule.id), and \(category) is not counted; name a category that votes",
          line: entry.line)
      }
    } else if !categories.isEmpty, categories.isSubset(of: electorate.notCounted),
      electorate.permanent.isEmpty
    {
      findings.fault(
        "zero-voters", "no category of members votes under \(rule.id); name one that does", line: entry.line)
    }
    refer(
      electorate.permanent, bodies.union(categories), "body", entry["weights"]?["permanent"])
    for (name, seat) in entry["weights"]?["permanent"]?.members ?? [] where seat.text != "1" {
      findings.fault(
        "permanent-weight", "the permanent seat of \(name) has one vote; write \(name): 1", line: seat.line)
    }
    if electorate.category != nil || electorate.isOnePerParty, let weight = entry["weights"]?["weight"],
      weight.text != "1"
    {
      findings.fault(
        "party-weight", "each party has one vote; write weight: 1", line: weight.line)
    }
  }

  /// Each kind has what it cannot do without, and no word hangs in the air.
  private func complete(_ rule: DecisionRule, _ entry: Entry) {
    func need(_ holds: Bool, _ code: String, _ sentence: String, _ key: String) {
      if !holds { findings.fault(code, "\(rule.id) \(sentence)", line: entry[key]?.line ?? entry.line) }
    }
    switch rule.kind {
    case .vote, .appointment:
      need(
        entry["pass"] != nil || rule.isForElections, "no-majority",
        "does not say what is needed to pass; write pass: [{overall: true, in-favour: \"> 1/2\", of: cast}]",
        "pass")
    case .silence:
      need(
        entry["days"] != nil, "no-days", "does not say how many days silence lasts; write days: 14", "days")
    case .host:
      need(rule.host != nil, "no-host", "does not name the host who decides; write host: BODY", "host")
    case .consensus, .admissibility: break
    }
    need(
      rule.tie != .chairDecides || rule.chair != nil, "contradiction",
      "lets the chair decide a tie and does not say who chairs; write chairs: BODY", "tie")
    need(
      !rule.isHostVeto || rule.host != nil, "contradiction",
      "gives the host a veto and does not say who the host is; write host: BODY", "host-veto")
    need(
      entry["no-quorum"] == nil || !rule.quorum.isEmpty, "contradiction",
      "says what follows without a quorum and asks for none; write a quorum or leave no-quorum out",
      "no-quorum")
  }

  /// A fallback names another rule, and the way along them ends.
  private func fallbacks() {
    let rules = Dictionary(charter.rules.map { ($0.id, $0) }) { first, _ in first }
    for rule in charter.rules {
      guard let first = rule.fallback else { continue }
      let entry = root["decisions"]?["rules"]?[rule.id]?["fallback"]
      let line = entry?.line ?? 1
      if first == rule.id {
        findings.fault(
          "fallback-cycle", "\(rule.id) falls back to itself; name another rule or none", line: line)
        continue
      }
      if rules[first]?.kind == .admissibility {
        findings.fault(
          "contradiction",
          "\(rule.id) falls back to \(first), which only says who proposes; name a rule that decides",
          line: line)
      }
      var path = [rule.id]
      var next: String? = first
      while let step = next, !path.contains(step) {
        path.append(step)
        next = rules[step]?.fallback
      }
      if next == rule.id {
        findings.fault(
          "fallback-cycle",
          "the fallbacks run in a circle: \((path + [rule.id]).joined(separator: " \u{2192} ")); the last one ends with none",
          line: line)
      }
    }
  }
}
