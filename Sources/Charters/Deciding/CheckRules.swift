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
          "contradiction.proposes", ["subject": .text(who.subject), "rule": .text(name)],
          line: root["decisions"]?["who-decides"]?[who.subject]?.line ?? 1)
      }
    }
  }

  private func vocabulary(_ rule: DecisionRule, _ entry: Entry) {
    if entry["kind"] == nil {
      findings.fault(
        "rule-kind",
        ["place": .text(entry.path), "known": .list(DecisionRule.Kind.allCases.map(\.rawValue))],
        line: entry.line)
    }
    let known = RuleGrammar.keys[rule.kind] ?? []
    let all = RuleGrammar.keys.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for member in entry.members where all.contains(member.name) && !known.contains(member.name) {
      let kinds = DecisionRule.Kind.allCases.filter { RuleGrammar.keys[$0]?.contains(member.name) ?? false }
      findings.fault(
        "rule-key",
        [
          "place": .text(entry.path), "kind": .text(rule.kind.rawValue), "key": .text(member.name),
          "kinds": .list(kinds.map(\.rawValue)),
        ], line: member.entry.line)
    }
  }

  /// No share over the whole, and none that everything reaches.
  private func reachable(_ rule: DecisionRule, _ entry: Entry) {
    func check(_ threshold: Threshold, _ what: String, _ at: Entry?) {
      let place: [String: Phrase.Value] = [
        "place": .text(at?.path ?? entry.path), "what": .phrase(Phrase(what)), "threshold": "\(threshold)",
      ]
      let isOver =
        threshold.share > .whole || (threshold.isStrict && threshold.share == .whole)
      if isOver {
        findings.fault("over-the-whole", place, line: at?.line ?? entry.line)
      } else if !threshold.isStrict, threshold.share == .zero {
        findings.fault("nothing-asked", place, line: at?.line ?? entry.line)
      }
    }
    for test in rule.quorum { check(test.threshold, "finding.threshold.quorum", entry["quorum"]) }
    for test in rule.secondBallot?.quorum ?? [] {
      check(test.threshold, "finding.threshold.quorum", entry["no-quorum"])
    }
    for test in rule.pass { check(test.threshold, "finding.threshold.majority", entry["pass"]) }
  }

  /// Weights are shares of one whole.
  private func whole(_ rule: DecisionRule, _ entry: Entry) {
    guard case .chambers(let weights) = rule.weights else { return }
    let line = entry["weights"]?.line ?? entry.line
    func check(_ shares: [Fraction], _ what: Phrase) {
      guard !shares.isEmpty, Fraction.sum(shares) != .whole else { return }
      let told = shares.map(\.description).joined(separator: " + ")
      findings.fault(
        "weights-total",
        [
          "what": .phrase(what), "sum": .text(told),
          "total": Fraction.sum(shares).map { .text($0.description) }
            ?? .phrase(Phrase("finding.weights-total.too-fine")),
        ], line: line)
    }
    check(weights.chambers.map(\.weight), Phrase("finding.weights-total.chambers", ["rule": .text(rule.id)]))
    for chamber in weights.chambers {
      check(
        chamber.subChambers.map(\.share),
        Phrase("finding.weights-total.sub-chambers", ["chamber": .text(chamber.id), "rule": .text(rule.id)]))
    }
    if let kinds = weights.kinds {
      check(
        Voter.Kind.allCases.compactMap { kinds[$0] },
        Phrase("finding.weights-total.kinds", ["rule": .text(rule.id)]))
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
        findings.fault("no-chambers", ["place": .text(at?.path ?? ""), "rule": .text(rule.id)], line: line)
      case .eachSubChamber where chambers.allSatisfy { $0.subChambers.isEmpty }:
        findings.fault(
          "no-chambers.sub-chamber", ["place": .text(at?.path ?? ""), "rule": .text(rule.id)], line: line)
      case .eachChamber, .eachSubChamber: break
      }
    }
  }

  /// Somebody can vote.
  private func electors(_ rule: DecisionRule, _ entry: Entry) {
    if case .chambers(let weights) = rule.weights, weights.chambers.isEmpty {
      findings.fault(
        "zero-voters.chambers", ["rule": .text(rule.id)], line: entry["weights"]?.line ?? entry.line)
    }
    let categories = Set(charter.categories.map(\.id))
    let electorate = rule.electorate
    if let category = electorate.category {
      if electorate.notCounted.contains(category), electorate.permanent.isEmpty {
        findings.fault(
          "zero-voters.category", ["category": .text(category), "rule": .text(rule.id)], line: entry.line)
      }
    } else if !categories.isEmpty, categories.isSubset(of: electorate.notCounted),
      electorate.permanent.isEmpty
    {
      findings.fault("zero-voters", ["rule": .text(rule.id)], line: entry.line)
    }
    refer(
      electorate.permanent, bodies.union(categories), "body", entry["weights"]?["permanent"])
    for (name, seat) in entry["weights"]?["permanent"]?.members ?? [] where seat.text != "1" {
      findings.fault("permanent-weight", ["name": .text(name)], line: seat.line)
    }
    if electorate.category != nil || electorate.isOnePerParty, let weight = entry["weights"]?["weight"],
      weight.text != "1"
    {
      findings.fault("party-weight", line: weight.line)
    }
  }

  /// Each kind has what it cannot do without, and no word hangs in the air.
  private func complete(_ rule: DecisionRule, _ entry: Entry) {
    let told: [String: Phrase.Value] = ["rule": .text(rule.id)]
    func need(_ holds: Bool, _ code: String, _ phrase: Phrase, _ key: String) {
      if !holds { findings.fault(code: code, phrase, line: entry[key]?.line ?? entry.line) }
    }
    switch rule.kind {
    case .vote, .appointment:
      let form = "pass: [{overall: true, in-favour: \"> 1/2\", of: cast}]"
      need(
        entry["pass"] != nil || rule.isForElections, "no-majority",
        Phrase("finding.no-majority", told.merging(["form": .text(form)]) { $1 }), "pass")
    case .silence: need(entry["days"] != nil, "no-days", Phrase("finding.no-days", told), "days")
    case .host: need(rule.host != nil, "no-host", Phrase("finding.no-host", told), "host")
    case .consensus, .admissibility: break
    }
    need(
      rule.tie != .chairDecides || rule.chair != nil, "contradiction",
      Phrase("finding.contradiction.chair", told), "tie")
    need(
      !rule.isHostVeto || rule.host != nil, "contradiction", Phrase("finding.contradiction.veto", told),
      "host-veto")
    need(
      entry["no-quorum"] == nil || !rule.quorum.isEmpty, "contradiction",
      Phrase("finding.contradiction.no-quorum", told), "no-quorum")
  }

  /// A fallback names another rule, and the way along them ends.
  private func fallbacks() {
    let rules = Dictionary(charter.rules.map { ($0.id, $0) }) { first, _ in first }
    for rule in charter.rules {
      guard let first = rule.fallback else { continue }
      let entry = root["decisions"]?["rules"]?[rule.id]?["fallback"]
      let line = entry?.line ?? 1
      if first == rule.id {
        findings.fault("fallback-cycle", ["rule": .text(rule.id)], line: line)
        continue
      }
      if rules[first]?.kind == .admissibility {
        findings.fault("contradiction.fallback", ["rule": .text(rule.id), "other": .text(first)], line: line)
      }
      var path = [rule.id]
      var next: String? = first
      while let step = next, !path.contains(step) {
        path.append(step)
        next = rules[step]?.fallback
      }
      if next == rule.id {
        findings.fault(
          "fallback-cycle.circle", ["circle": .text((path + [rule.id]).joined(separator: " \u{2192} "))],
          line: line)
      }
    }
  }
}
