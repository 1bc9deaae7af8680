public import Kernel

/// Who must stand behind a motion before it is put.
public struct Seconding: Sendable, Hashable {
  public let proposers: Int
  public let seconders: Int
  public let asksGoodStanding: Bool
  /// Whether proposers and seconders come from as many different chambers as they are.
  public let asksDifferentChambers: Bool

  public init(proposers: Int, seconders: Int, asksGoodStanding: Bool, asksDifferentChambers: Bool) {
    self.proposers = proposers
    self.seconders = seconders
    self.asksGoodStanding = asksGoodStanding
    self.asksDifferentChambers = asksDifferentChambers
  }

  /// What keeps a motion from being put; empty where nothing does.
  public func refusals(proposers names: [String], seconders others: [String], register: [Voter]) -> [Refusal]
  {
    var refusals: [Refusal] = []
    func backers(_ given: String, _ count: Int, of needed: Int) -> [String: Phrase.Value] {
      [
        "given": .phrase(Phrase(given, count: count)),
        "needed": .phrase(Phrase("refusal.proposers.needed", count: needed)),
      ]
    }
    if names.count != proposers {
      refusals.append(Refusal("proposers", backers("refusal.proposers.given", names.count, of: proposers)))
    }
    if others.count < seconders {
      refusals.append(
        Refusal("seconders.too-few", backers("refusal.seconders.given", others.count, of: seconders)))
    }
    let all = names + others
    let known = Dictionary(register.map { ($0.id, $0) }) { first, _ in first }
    for (index, name) in all.enumerated() {
      let who: [String: Phrase.Value] = ["name": .text(name)]
      if all[..<index].contains(name) { refusals.append(Refusal("twice.backer", who)) }
      guard let voter = known[name] else {
        refusals.append(Refusal("unknown-voter.backer", who))
        continue
      }
      if voter.isObserver { refusals.append(Refusal("observer", who)) }
      if asksGoodStanding, !voter.isInGoodStanding { refusals.append(Refusal("good-standing", who)) }
    }
    if asksDifferentChambers, refusals.isEmpty {
      let chambers = Set(all.compactMap { known[$0]?.chamber })
      if chambers.count < all.count {
        refusals.append(
          Refusal(
            "different-chambers", ["members": "\(all.count)", "chambers": .list(chambers.sorted())],
            count: chambers.count))
      }
    }
    return refusals
  }
}

extension Charter {
  /// The rule on who proposes and seconds, where the charter has one.
  public var secondingRule: DecisionRule? { rules.first { $0.kind == .admissibility } }

  /// What a decision under a rule does in a matter of a class: as the rule says, or else as the one on motions does.
  public func effect(of rule: DecisionRule, on objectClass: String?) -> DecisionRule.Effect {
    guard let objectClass, rule.effects[objectClass] == nil, let other = secondingRule?.effects[objectClass]
    else { return rule.effect(on: objectClass) }
    return other
  }
}
