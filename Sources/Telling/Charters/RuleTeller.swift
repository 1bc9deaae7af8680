public import Charters
internal import Kernel

/// A rule of decision as sentences: what its charter says, with nothing added.
public struct RuleTeller {
  public let rule: DecisionRule
  public let charter: Charter
  public let words: Words
  /// A body, partner or category by its name.
  public let name: (String) -> String

  public init(rule: DecisionRule, charter: Charter, words: Words, name: @escaping (String) -> String) {
    self.rule = rule
    self.charter = charter
    self.words = words
    self.name = name
  }

  public var sentences: [String] {
    var told = manner
    switch rule.kind {
    case .vote, .appointment: told += weights + quorum + majority + around
    case .consensus: told += quorum + (rule.proxies == nil ? [] : proxies) + fallback
    case .silence: told += fallback
    case .host, .admissibility: break
    }
    return told + who
  }

  /// Binding, or advice to whom.
  public func effect(on form: String?) -> String {
    switch charter.effect(of: rule, on: form) {
    case .binding: words["ruling.binding"]
    case .advisory(nil): words["ruling.advisory"]
    case .advisory(let body?): words["ruling.advisoryTo", ["body": name(body)]]
    }
  }

  private var manner: [String] {
    switch rule.kind {
    case .consensus: return [rule.isUnanimity ? words["ruling.unanimity"] : words["ruling.consensus"]]
    case .silence:
      guard let silence = rule.silence else { return [] }
      return [
        words.count("count.silence", silence.days),
        silence.isLastDayCounted ? words["ruling.lastDay"] : words["ruling.lastDay.late"],
        silence.isRestartedByChange ? words["ruling.change"] : words["ruling.change.keeps"],
      ]
    case .host: return [words["ruling.host", ["body": name(rule.host ?? "")]]]
    case .appointment:
      return rule.host.map { [words["ruling.appointment", ["body": name($0)]]] } ?? []
    case .vote, .admissibility: return []
    }
  }

  private var fallback: [String] {
    rule.fallback.map { [words["ruling.fallback", ["rule": words.term("decision-rule", $0)]]] } ?? []
  }

  // MARK: What must be reached

  private var quorum: [String] {
    guard !rule.quorum.isEmpty else { return rule.kind == .consensus ? [] : [words["ruling.quorum.none"]] }
    return rule.quorum.map { told($0, words["ruling.quorum"]) }
      + (rule.secondBallot.map { [words.count("count.secondBallot", $0.withinDays)] } ?? [])
      + (rule.secondBallot?.quorum.map { tests in
        tests.isEmpty
          ? [words["ruling.secondBallot.none"]] : tests.map { told($0, words["ruling.secondBallot"]) }
      } ?? [])
  }

  private func told(_ test: Quorum, _ sentence: String) -> String {
    Words.fill(
      sentence,
      [
        "place": place(test.constituency), "share": share(test.threshold),
        "whole": words.term("voting", test.basis.rawValue),
        "measure": words.term("voting", test.measure.rawValue),
      ])
  }

  private var majority: [String] {
    rule.pass.map { test in
      words[
        "ruling.pass",
        [
          "place": place(test.constituency), "share": share(test.threshold),
          "base": words.term("vote-base", test.base.rawValue),
        ]]
    }
  }

  private func place(_ constituency: Constituency) -> String {
    switch constituency {
    case .overall: words["ruling.overall"]
    case .eachChamber: words["ruling.eachChamber"]
    case .eachSubChamber: words["ruling.eachSide"]
    case .chamber(let id): words["ruling.chamber", ["chamber": words.term("chamber", id)]]
    }
  }

  private func share(_ threshold: Threshold) -> String {
    let share = ["share": threshold.share.description]
    return threshold.isStrict ? words["ruling.moreThan", share] : words["ruling.atLeast", share]
  }

  /// What happens at the edges: abstentions, a tie, a veto, proxies.
  private var around: [String] {
    var told: [String] = []
    if rule.isAbstentionCast { told.append(words["ruling.abstention"]) }
    if rule.isPassedOnZeroBase { told.append(words["ruling.zero"]) }
    let isTiePossible = rule.pass.contains {
      $0.constituency == .overall && $0.threshold.isStrict && $0.threshold.share == .half
    }
    if isTiePossible {
      switch rule.tie {
      case .fails: told.append(words["ruling.tie"])
      case .chairDecides: told.append(words["ruling.tie.chair", ["body": name(rule.chair ?? "")]])
      case .notStated: told.append(words["ruling.tie.notStated"])
      }
    }
    if rule.isHostVeto, let host = rule.host { told.append(words["ruling.veto", ["body": name(host)]]) }
    return told + proxies
  }

  private var proxies: [String] {
    guard let limits = rule.proxies else { return [words["ruling.proxies.none"]] }
    func most(_ limit: Int?) -> String {
      limit.map { words["ruling.atMost", ["number": String($0)]] } ?? words["ruling.anyNumber"]
    }
    return [
      words[
        "ruling.proxies",
        ["organisations": most(limits.organisations), "individuals": most(limits.individuals)]]
    ]
  }

  private var who: [String] {
    let electorate = rule.electorate
    var told: [String] = []
    if electorate.asksGoodStanding, charter.membership.goodStanding != nil {
      told.append(words["ruling.standing"])
    }
    let silent = electorate.notCounted.filter { $0 != "extra-representative" }
    if !silent.isEmpty {
      var met: Set<String> = []
      let names = silent.filter { met.insert($0).inserted }.map(name)
      told.append(words["ruling.notCounted", ["list": words.list(names)]])
    }
    told.append(electorate.interest == .countedOut ? words["ruling.interest.out"] : words["ruling.interest"])
    return told
  }

  /// Who must stand behind a motion before it is put; empty where the charter does not say.
  public var seconding: [String] {
    guard let seconding = charter.secondingRule?.seconding else { return [] }
    return [
      words[
        "ruling.seconding",
        ["proposers": String(seconding.proposers), "seconders": String(seconding.seconders)]],
      seconding.asksDifferentChambers ? words["ruling.seconding.chambers"] : nil,
      seconding.asksGoodStanding ? words["ruling.seconding.standing"] : nil,
    ].compactMap { $0 }
  }
}
