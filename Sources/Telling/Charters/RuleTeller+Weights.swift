internal import Charters
internal import Kernel

extension RuleTeller {
  /// What one vote weighs.
  public var weights: [String] {
    guard case .chambers(let weights) = rule.weights else {
      var told = [words["ruling.equal"]]
      if rule.electorate.isOnePerParty {
        told = [
          rule.electorate.category.map { words["ruling.each", ["who": name($0)]] } ?? words["ruling.party"]
        ]
      }
      if !rule.electorate.permanent.isEmpty {
        told.append(words["ruling.permanent", ["list": words.list(rule.electorate.permanent.map(name))]])
      }
      return told
    }
    func list(_ shares: [(String, Fraction)]) -> String { words.list(shares.map { "\($0) \($1)" }) }
    var told = [
      words[
        "ruling.chambers", ["list": list(weights.chambers.map { (words.term("chamber", $0.id), $0.weight) })]]
    ]
    for (sides, chambers) in sides(of: weights.chambers) {
      let within = list(sides.map { (words.term("side", $0.id), $0.share) })
      told.append(
        chambers.count == weights.chambers.count
          ? words["ruling.sides", ["list": within]]
          : words[
            "ruling.sides.of",
            ["list": within, "chambers": words.list(chambers.map { words.term("chamber", $0) })]])
    }
    if let kinds = weights.kinds {
      told.append(
        words[
          "ruling.kinds",
          [
            "list": list(
              Voter.Kind.allCases.compactMap { kind in
                kinds[kind].map { (words.term("voter", kind.rawValue), $0) }
              })
          ]])
      told.append(weights.emptyCell == .lost ? words["ruling.empty"] : words["ruling.empty.shared"])
    }
    if weights.isSharedAmongThoseWhoCast { told.append(words["ruling.amongCast"]) }
    return told
  }

  /// Chambers that are divided alike are told together.
  private func sides(of chambers: [Chamber]) -> [(sides: [Chamber.SubChamber], chambers: [String])] {
    var told: [(sides: [Chamber.SubChamber], chambers: [String])] = []
    for chamber in chambers where !chamber.subChambers.isEmpty {
      if let index = told.firstIndex(where: { $0.sides == chamber.subChambers }) {
        told[index].chambers.append(chamber.id)
      } else {
        told.append((chamber.subChambers, [chamber.id]))
      }
    }
    return told
  }
}
