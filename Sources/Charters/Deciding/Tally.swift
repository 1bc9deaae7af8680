internal import Kernel

/// The votes of one constituency, weighed and by heads.
struct Tally {
  struct Sum {
    var weight = Natural.zero
    var heads = 0
    mutating func add(_ weight: Natural) {
      self.weight += weight
      heads += 1
    }
  }
  var registered = Sum()
  var inPerson = Sum()
  var present = Sum()
  var cast = Sum()
  var yes = Sum()
  var no = Sum()
  var abstain = Sum()

  init(_ voters: some Sequence<Voter>, _ roll: Roll, _ weighing: Weighing, _ rule: DecisionRule) {
    for voter in voters {
      let (weight, choice) = (weighing.weight(of: voter), roll.choice(of: voter))
      registered.add(weight)
      if roll.isInPerson(voter) { inPerson.add(weight) }
      if roll.isPresent(voter) { present.add(weight) }
      if rule.isCast(choice) { cast.add(weight) }
      switch choice {
      case .yes: yes.add(weight)
      case .no, .objects: no.add(weight)
      case .abstain: abstain.add(weight)
      case .absent: break
      }
    }
  }

  func base(_ base: PassTest.Base) -> Natural {
    switch base {
    case .registered: registered.weight
    case .registeredMinusAbstentions: registered.weight - abstain.weight
    case .present: present.weight
    case .presentMinusAbstentions: present.weight - abstain.weight
    case .cast: cast.weight
    }
  }

  func part(_ measure: Quorum.Measure, by basis: Quorum.Basis) -> Natural {
    let sum =
      switch measure {
      case .present: inPerson
      case .presentOrProxied: present
      case .cast: cast
      }
    return basis == .power ? sum.weight : Natural(UInt64(sum.heads))
  }

  func whole(by basis: Quorum.Basis) -> Natural {
    basis == .power ? registered.weight : Natural(UInt64(registered.heads))
  }

  /// As many for as against, and somebody voted.
  var isTied: Bool { yes.weight == no.weight && !yes.weight.isZero }
}

/// A constituency with those who belong to it.
struct Group {
  /// Nil for the whole.
  let name: String?
  let voters: [Voter]

  static func all(of constituency: Constituency, _ rule: DecisionRule, _ roll: Roll) -> [Group] {
    func chamber(_ id: String) -> Group {
      Group(name: id, voters: roll.voters.filter { $0.chamber == id })
    }
    switch constituency {
    case .overall: return [Group(name: nil, voters: roll.voters)]
    case .chamber(let id): return [chamber(id)]
    case .eachChamber: return rule.weights.chambers.map { chamber($0.id) }
    case .eachSubChamber:
      return rule.weights.chambers.flatMap { found in
        found.subChambers.map { side in
          Group(
            name: "\(found.id), \(side.id)",
            voters: roll.voters.filter { $0.chamber == found.id && $0.subChamber == side.id })
        }
      }
    }
  }

  var named: Phrase.Value { name.map { .text($0) } ?? .phrase(Phrase("tally.overall")) }
}
