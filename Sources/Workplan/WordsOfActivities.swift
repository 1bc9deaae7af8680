public import Charters
public import Kernel

extension Activity {
  /// The words by which an activity is classified and that the charter does not have: nature, mode, stream, function,
  /// levels, kind of solution, what comes out of it, who takes part.
  /// A charter that declares none of a kind leaves it open.
  public func refusals(under charter: Charter) -> [Refusal] {
    func check(_ field: String, _ word: String?, _ known: [String]) -> Refusal? {
      guard let word, !known.isEmpty, !known.contains(word) else { return nil }
      return Refusal(
        code: field,
        Phrase(
          "refusal.word-of-activity",
          [
            "charter": .text(charter.label), "field": .text(field), "word": "\(word.prefix(60))",
            "known": .list(known),
          ]), field: field)
    }
    return [
      check("nature", nature, charter.natures.map(\.id)), check("mode", mode, charter.modes.map(\.id)),
      check("stream", stream, charter.streams.map(\.id)),
      check("function", function, charter.functions.map(\.id)),
      check("society_level", societyLevel, charter.levels.society),
      check("problem_level", problemLevel?.rawValue, charter.levels.problem.map(\.rawValue)),
      check(
        "solution_type", solutionType.flatMap { charter.solutions.allows($0) ? nil : $0 },
        charter.solutions.types.map(\.id)),
      check("output", output, charter.work.outputs),
      check("work_level", workLevel?.rawValue, charter.levels.problem.map(\.rawValue)),
    ].compactMap { $0 }
      + sectors.compactMap {
        check("sectors", $0, charter.mainSectors.map(\.id) + charter.movableSectors.map(\.id))
      }
  }
}
