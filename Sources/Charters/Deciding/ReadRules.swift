internal import Kernel

/// From `decisions.rules` to typed rules. A word or share that cannot be read is a finding; the rest is read all the same.
extension CharterReader {
  func rules() -> [DecisionRule] {
    (root["decisions"]?["rules"]?.members ?? []).map { rule($0.name, $0.entry) }
  }

  private func rule(_ id: String, _ entry: Entry) -> DecisionRule {
    let kind: DecisionRule.Kind = word(entry["kind"]) ?? .vote
    let host = entry["host"]?.word
    let (effect, effects) = effects(entry["effect"])
    let weights = weights(entry["weights"])
    return DecisionRule(
      id: id, kind: kind, objects: entry["objects"]?.words ?? [], effect: effect, effects: effects,
      electorate: electorate(entry), weights: weights, quorum: quorum(entry["quorum"]),
      secondBallot: secondBallot(entry["no-quorum"]), pass: pass(entry["pass"]),
      tie: word(entry["tie"]) ?? .notStated, isPassedOnZeroBase: entry["zero-base"]?.word == "passes",
      isAbstentionCast: entry["abstention"]?.word == "counts-as-cast", host: host,
      isHostVeto: entry["host-veto"]?.flag ?? false, chair: entry["chairs"]?.word,
      isUnanimity: entry["unanimity"]?.flag ?? false, silence: silence(kind, entry),
      fallback: entry["fallback"]?.word, proxies: proxies(entry), seconding: seconding(kind, entry),
      isForElections: entry["election"]?.word == "most-votes", ground: entry.ground)
  }

  /// The word as one of a type's cases. One that is none was told where the values of keys are judged.
  private func word<W: RawRepresentable & CaseIterable>(_ entry: Entry?) -> W? where W.RawValue == String {
    entry?.text.flatMap(W.init)
  }

  private func threshold(_ entry: Entry?) -> Threshold? {
    guard let entry, let text = entry.text else { return nil }
    return told(entry) { try Threshold(text: text) }
  }

  private func share(_ entry: Entry?) -> Fraction? {
    guard let entry, let text = entry.text else { return nil }
    return told(entry) { try Fraction(text: text) }
  }

  private func told<T>(_ entry: Entry, _ read: () throws -> T) -> T? {
    do { return try read() } catch let refusal as Refusal {
      findings.fault(
        code: refusal.code,
        Phrase("finding.at-place", ["place": .text(entry.path), "refusal": .phrase(refusal.phrase)]),
        line: entry.line)
    } catch {}
    return nil
  }

  private func number(_ entry: Entry?, _ what: String, atLeast least: Int) -> Int? {
    guard let entry, let text = entry.text else { return nil }
    let digits = text.hasSuffix(" days") ? String(text.dropLast(5)) : text
    if digits.utf8.count <= 6, let number = Int(digits), number >= least { return number }
    findings.fault(
      "number",
      [
        "place": .text(entry.path), "text": "\(text.prefix(40))", "what": .phrase(Phrase(what)),
        "least": "\(max(least, 1))",
      ], line: entry.line)
    return nil
  }

  // MARK: Who

  private func electorate(_ entry: Entry) -> Electorate {
    let each = entry["weights"]?["each"]?.word
    let isParty = each.map { $0 != "chamber" && $0 != "voter" } ?? false
    let silent = (root["membership"]?["categories"]?.members ?? [])
      .filter { $0.entry["votes"]?.text == "0" }.map(\.name)
    return Electorate(
      category: each.flatMap { isParty && $0 != "party" ? $0 : nil },
      permanent: entry["weights"]?["permanent"]?.members.map(\.name) ?? [],
      notCounted: (entry["not-counted"]?.words ?? []) + silent, isOnePerParty: isParty,
      asksGoodStanding: entry["good-standing"]?.word != "not-required",
      interest: word(entry["declared-interest"]) ?? .shown)
  }

  private func proxies(_ entry: Entry) -> ProxyLimits? {
    let own = entry["proxies"]
    if own?.isSilent ?? false { return nil }
    guard let block = own ?? root["membership"]?["proxies"], !block.isSilent else { return nil }
    func limit(_ key: String) -> Int? {
      // "none" says that there is no limit.
      guard let found = block[key], let text = found.text, !found.isSilent,
        !["null", "~", "", "unlimited"].contains(text)
      else { return nil }
      return number(found, "finding.number.proxies", atLeast: 0)
    }
    return ProxyLimits(
      organisations: limit("organisations-at-most"), individuals: limit("individuals-at-most"))
  }

  private func seconding(_ kind: DecisionRule.Kind, _ entry: Entry) -> Seconding? {
    guard kind == .admissibility else { return nil }
    return Seconding(
      proposers: number(entry["proposer"], "finding.number.proposers", atLeast: 1) ?? 1,
      seconders: number(entry["seconders"], "finding.number.seconders", atLeast: 0) ?? 0,
      asksGoodStanding: entry["good-standing"]?.word == "required",
      asksDifferentChambers: entry["different-chambers"]?.flag ?? false)
  }

  // MARK: Weights

  private func weights(_ entry: Entry?) -> Weights {
    guard let entry else { return .equal }
    if let path = entry.word {
      var place: Entry? = root
      for step in path.split(separator: ".") { place = place?[String(step)] }
      guard let place else {
        findings.fault(
          "dangling-reference.path", ["place": .text(entry.path), "path": "\(path.prefix(60))"],
          line: entry.line)
        return .equal
      }
      return .chambers(
        chambers(place, root["membership"]?["member-weight"], isSharedAmongThoseWhoCast: false))
    }
    if entry["each"]?.word == "chamber" {
      let names = (root["membership"]?["chambers"]?.members ?? []).map(\.name)
      let weight = share(entry["weight"]) ?? .zero
      return .chambers(
        ChamberWeights(
          chambers: names.map { Chamber(id: $0, weight: weight, subChambers: []) }, kinds: nil,
          emptyCell: .lost, isSharedAmongThoseWhoCast: entry["shared-among"]?.word == "members-who-cast"))
    }
    if let own = entry["chambers"] {
      return .chambers(
        chambers(
          own, entry["members"], isSharedAmongThoseWhoCast: entry["shared-among"]?.word == "members-who-cast")
      )
    }
    return .equal
  }

  private func chambers(_ entry: Entry, _ members: Entry?, isSharedAmongThoseWhoCast: Bool) -> ChamberWeights
  {
    let chambers = entry.members.map { id, chamber in
      Chamber(
        id: id, weight: share(chamber["weight"]) ?? .zero,
        subChambers: (chamber["sub-chambers"]?.members ?? []).map {
          Chamber.SubChamber(id: $0.name, share: share($0.entry) ?? .zero)
        })
    }
    let kinds = members.map { members in
      Dictionary(
        uniqueKeysWithValues: Voter.Kind.allCases.map { ($0, share(members[$0.rawValue]) ?? .zero) })
    }
    return ChamberWeights(
      chambers: chambers, kinds: kinds, emptyCell: word(members?["empty-cell"]) ?? .lost,
      isSharedAmongThoseWhoCast: isSharedAmongThoseWhoCast)
  }

  // MARK: Quorum and majority

  private func blocks(_ entry: Entry?) -> [Entry] {
    guard let entry, !entry.isSilent else { return [] }
    return entry.isList || entry["value"] != nil ? entry.elements : [entry]
  }

  private func constituency(_ entry: Entry) -> Constituency {
    if entry["overall"]?.flag ?? false, entry["each"] != nil || entry["chamber"] != nil {
      findings.fault("contradiction.overall", ["place": .text(entry.path)], line: entry.line)
    }
    if let chamber = entry["chamber"]?.word { return .chamber(chamber) }
    switch entry["each"]?.word {
    case "chamber": return .eachChamber
    case "sub-chamber": return .eachSubChamber
    default: return .overall
    }
  }

  private func quorum(_ entry: Entry?) -> [Quorum] {
    blocks(entry).compactMap { block in
      let named = Quorum.Measure.allCases.filter { block[$0.rawValue] != nil }
      guard let measure = named.first, named.count == 1, let threshold = threshold(block[measure.rawValue])
      else {
        findings.fault("quorum", ["place": .text(block.path)], line: block.line)
        return nil
      }
      return Quorum(
        constituency: constituency(block), measure: measure, basis: word(block["of"]) ?? .members,
        threshold: threshold)
    }
  }

  private func secondBallot(_ entry: Entry?) -> SecondBallot? {
    guard let entry, let days = number(entry["second-ballot-within"], "finding.number.days", atLeast: 1)
    else { return nil }
    return SecondBallot(withinDays: days, quorum: entry["quorum"].map { quorum($0) })
  }

  private func pass(_ entry: Entry?) -> [PassTest] {
    blocks(entry).compactMap { block in
      guard let threshold = threshold(block["in-favour"]), let base: PassTest.Base = word(block["of"]) else {
        findings.fault("pass", ["place": .text(block.path)], line: block.line)
        return nil
      }
      return PassTest(constituency: constituency(block), threshold: threshold, base: base)
    }
  }

  // MARK: Silence, effect

  private func silence(_ kind: DecisionRule.Kind, _ entry: Entry) -> Silence? {
    guard kind == .silence else { return nil }
    guard let days = number(entry["days"], "finding.number.days", atLeast: 1) else { return nil }
    return Silence(
      days: days, isLastDayCounted: entry["last-day"]?.word != "does-not-count",
      isRestartedByChange: entry["text-change"]?.word != "keeps-clock")
  }

  private func effects(_ entry: Entry?) -> (DecisionRule.Effect, [String: DecisionRule.Effect]) {
    func read(_ entry: Entry) -> DecisionRule.Effect {
      let text = entry.text ?? "binding"
      if text == "advisory" { return .advisory(to: nil) }
      if text.hasPrefix("advisory-to-") { return .advisory(to: String(text.dropFirst("advisory-to-".count))) }
      if text != "binding" {
        findings.fault(
          "rule-word", ["place": .text(entry.path), "word": "\(text.prefix(40))"], line: entry.line)
      }
      return .binding
    }
    guard let entry else { return (.binding, [:]) }
    if entry.text != nil { return (read(entry), [:]) }
    return (.binding, Dictionary(entry.members.map { ($0.name, read($0.entry)) }) { first, _ in first })
  }
}
