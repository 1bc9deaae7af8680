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
    func refuse(_ code: String, _ sentence: String) { refusals.append(Refusal(code, sentence)) }
    if names.count != proposers {
      refuse(
        "proposers",
        "the motion has \(names.count) proposer\(names.count == 1 ? "" : "s"); \(proposers) \(proposers == 1 ? "is" : "are") needed"
      )
    }
    if others.count < seconders {
      refuse(
        "seconders",
        "the motion has \(others.count) seconder\(others.count == 1 ? "" : "s"); \(seconders) \(seconders == 1 ? "is" : "are") needed"
      )
    }
    let all = names + others
    let known = Dictionary(register.map { ($0.id, $0) }) { first, _ in first }
    for (index, name) in all.enumerated() {
      if all[..<index].contains(name) {
        refuse(
          "twice", "\(name) stands behind the motion twice; each proposer and seconder is another member")
      }
      guard let voter = known[name] else {
        refuse("unknown-voter", "\(name) is not on the register, so it cannot propose or second")
        continue
      }
      if voter.isObserver { refuse("observer", "\(name) is an observer; members propose and second") }
      if asksGoodStanding, !voter.isInGoodStanding {
        refuse("good-standing", "\(name) is not in good standing; who proposes or seconds has paid its fees")
      }
    }
    if asksDifferentChambers, refusals.isEmpty {
      let chambers = Set(all.compactMap { known[$0]?.chamber })
      if chambers.count < all.count {
        let told = chambers.sorted().joined(separator: ", ")
        refuse(
          "different-chambers",
          "the \(all.count) members behind the motion come from \(chambers.count) chamber\(chambers.count == 1 ? "" : "s") (\(told)); each comes from another chamber"
        )
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
