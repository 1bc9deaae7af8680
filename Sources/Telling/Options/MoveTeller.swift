public import Acting
public import Charters
internal import Kernel
internal import Wording

/// Tells what a switch would move, the same on a page, on a terminal and in a table.
public struct MoveTeller: Sendable {
  public let preview: SwitchPreview
  public let rights: [RightsChange]
  public let teller: OptionTeller
  private var words: Words { teller.words }

  /// “Switching from … to … would move 79 things. Nothing has been changed.”
  public func heading(_ from: String, _ to: String) -> String {
    words[
      "move.heading",
      [
        "from": from, "to": to, "date": words.date(preview.since),
        "count": words.number(Double(preview.moves.count)),
      ]]
  }

  public var stays: String {
    words[
      "move.stays",
      ["mechanisms": String(preview.mechanisms), "reports": String(preview.reportsSent.count)]]
  }

  public var deciders: String {
    let deciders = preview.deciders.map { $0.map(teller.name).joined(separator: words["options.or"]) }
    return deciders.isEmpty
      ? words["move.nobody"] : words["move.deciders", ["bodies": words.list(deciders)]]
  }

  /// What moves, sort by sort; a sort of which nothing moves is left out.
  public var sorts: [(name: String, moves: [LinkageMove])] {
    LinkageMove.Sort.allCases.compactMap { sort in
      let moves = preview.moves.filter { $0.sort == sort }
      return moves.isEmpty ? nil : (words.term("move", sort.rawValue), moves)
    }
  }

  /// The verb whose holders are others then, with the kind it is done to and the part that has a rule of its own.
  public func verb(_ change: RightsChange) -> String {
    let kind = words.term("kind", change.kind)
    let verb = change.phrase.sentence(in: words.language)
    return [kind, verb, change.scope.map(teller.part)].compactMap { $0 }.joined(separator: ", ")
  }

  /// Who may, of the holders before or after.
  public func holders(_ holders: Holders) -> String { holders.phrase.sentence(in: words.language) }

  /// The record, the part, or both.
  public func subject(_ move: LinkageMove) -> String {
    [move.record, move.record == nil || move.sort == .report ? teller.part(move.part) : nil]
      .compactMap { $0 }.joined(separator: ", ")
  }

  public func question(_ move: LinkageMove) -> String { words.term("question", move.question.rawValue) }
  public func state(_ move: LinkageMove) -> String { words.term("move", move.state.rawValue) }
  public func from(_ move: LinkageMove) -> String { side(move.from, move) }
  public func to(_ move: LinkageMove) -> String { side(move.to, move) }

  private func side(_ values: [[String]], _ move: LinkageMove) -> String {
    if values.isEmpty { return words[move.sort == .right ? "figure.notStated" : "move.nothing"] }
    guard move.question == .linkedTo else { return teller.values(values, move.question) }
    let manner = values.first?.first.map { words.term("modality", $0) } ?? ""
    let bodies = Array(values.dropFirst())
    return bodies.isEmpty ? manner : "\(manner), \(teller.values(bodies, move.question))"
  }

  /// For a terminal.
  public func text() -> String {
    var text = heading(preview.from, preview.to) + "\n"
    for (name, moves) in sorts {
      text += "\n\(name) (\(moves.count))\n"
      for move in moves {
        text +=
          "  \(subject(move)). \(question(move)): \(from(move)) \u{2192} \(to(move))  [\(state(move))]\n"
      }
    }
    if !rights.isEmpty { text += "\n\(words["move.rights"]) (\(rights.count))\n" }
    for change in rights {
      text += "  \(verb(change)): \(holders(change.before)) \u{2192} \(holders(change.after))\n"
    }
    return text + "\n\(stays)\n\(deciders)\n"
  }

  /// One row for each thing that moves.
  public func csv() -> String {
    CSV.row(["sort", "record", "part", "question", "from", "to", "state", "told_from", "told_to"])
      + preview.moves.map { move in
        func values(_ values: [[String]]) -> String {
          values.map { $0.joined(separator: "|") }.joined(separator: "; ")
        }
        return CSV.row([
          move.sort.rawValue, move.record ?? "", move.part, move.question.rawValue, values(move.from),
          values(move.to), move.state.rawValue, from(move), to(move),
        ])
      }.joined()
  }
}
