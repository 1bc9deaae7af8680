internal import Charters
internal import Kernel

/// At which levels a partnership works, and what kinds of solution it works out.
extension Teller {
  public var levels: [Sentence] {
    var sentences: [Sentence] = []
    if !charter.levels.problem.isEmpty {
      let list = words.list(charter.levels.problem.map { words.term("problem_level", $0.rawValue) })
      sentences.append(
        sentence(words["explain.levels", ["list": list]], charter.levels.problemGround, tells: ["levels"]))
    }
    if !charter.levels.society.isEmpty {
      let list = words.list(charter.levels.society.map { words.term("society_level", $0) })
      sentences.append(
        sentence(
          words["explain.society", ["list": list]], charter.levels.societyGround, tells: ["society-levels"]))
    }
    return sentences
  }

  public var solutions: [Sentence] {
    let solutions = charter.solutions
    var sentences = solutions.types.map {
      sentence(
        words["explain.solution", ["name": said($0.name)]], $0.ground,
        tells: ["solution-types.\($0.id)", "solution-types.\($0.id).name"])
    }
    if solutions.isOpen, !solutions.types.isEmpty {
      sentences.append(
        sentence(
          words["explain.solution.open"], outline["solution-types.open"]?.ground ?? Ground(),
          tells: ["solution-types.open"]))
    }
    if let market = solutions.marketBased {
      sentences.append(
        sentence(
          words["explain.market", ["name": said(market.name)]], market.ground,
          tells: ["market-based", "market-based.name"], about: "market-based"))
    }
    if let own = solutions.own {
      let values = ["name": words.term("solution_type", own)]
      sentences.append(
        sentence(
          solutions.isOwnMarketBased == true
            ? words["explain.solution.ownMarket", values] : words["explain.solution.own", values],
          solutions.ownGround,
          tells: solutions.isOwnMarketBased == true
            ? ["solution-type", "solution-type.market-based"] : ["solution-type"],
          about: "solution-type"))
    }
    return sentences
  }

  /// What comes out of the work, and whom it serves.
  public var outputsOfWork: [Sentence] {
    var sentences: [Sentence] = []
    if !charter.work.outputs.isEmpty {
      let list = words.list(charter.work.outputs.map { words.term("output", $0) })
      sentences.append(
        sentence(words["explain.outputs", ["list": list]], charter.work.outputsGround, tells: ["outputs"]))
    }
    if charter.work.servesPartners {
      sentences.append(
        sentence(words["explain.serves"], charter.work.servesGround, tells: ["activities-serve"]))
    }
    return sentences
  }
}
