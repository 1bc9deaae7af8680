public import Charters
internal import Governance
public import Kernel
internal import Reporting
internal import Store

/// What a switch of the option in force would move, as text or data. It writes nothing.
public struct SwitchFile: Sendable {
  public let option: String
  public let since: Day
  public let form: OptionsFile.Form
  public let language: Language

  public init(_ option: String, since: Day, _ form: OptionsFile.Form, _ language: Language) {
    self.option = option
    self.since = since
    self.form = form
    self.language = language
  }

  /// - Throws: a `Refusal` for an unknown option, or one that is in force already.
  public func bytes(from site: Site) async throws -> [UInt8] {
    let charters = site.charters
    return try await site.database.read { connection in
      let charter = try charters.needed(on: since, connection)
      let preview = try SwitchPreview.preview(
        charter, to: charter.option(option), Facts.of(charter, on: since, connection), on: since)
      if form == .json {
        var json = JSONWriter()
        preview.write(to: &json)
        return Array((json.text + "\n").utf8)
      }
      return Array(told(preview, OptionTeller(charter, Words.of(language))).utf8)
    }
  }

  private func told(_ preview: SwitchPreview, _ teller: OptionTeller) -> String {
    let words = teller.words
    var text =
      words[
        "move.heading",
        [
          "from": preview.from, "to": preview.to, "date": words.date(since),
          "count": String(preview.moves.count),
        ]]
      + "\n"
    for sort in LinkageMove.Sort.allCases {
      let moves = preview.moves.filter { $0.sort == sort }
      guard !moves.isEmpty else { continue }
      text += "\n\(words.term("move", sort.rawValue)) (\(moves.count))\n"
      for move in moves {
        let what = [move.record, move.record == nil || sort == .report ? teller.part(move.part) : nil]
          .compactMap { $0 }
        let question = words.term("question", move.question.rawValue)
        text +=
          "  \(what.joined(separator: ", ")). \(question): \(side(move.from, move, teller)) \u{2192} "
          + "\(side(move.to, move, teller))  [\(words.term("move", move.state.rawValue))]\n"
      }
    }
    text +=
      "\n"
      + words[
        "move.stays",
        ["mechanisms": String(preview.mechanisms), "reports": String(preview.reportsSent.count)]]
    let deciders = preview.deciders.map { $0.map(teller.name).joined(separator: words["options.or"]) }
    return text + "\n"
      + (deciders.isEmpty ? words["move.nobody"] : words["move.deciders", ["bodies": words.list(deciders)]])
      + "\n"
  }

  private func side(_ values: [[String]], _ move: LinkageMove, _ teller: OptionTeller) -> String {
    if values.isEmpty { return teller.words[move.sort == .right ? "figure.notStated" : "move.nothing"] }
    guard move.question == .linkedTo else { return teller.values(values, move.question) }
    let manner = values.first?.first.map { teller.words.term("modality", $0) } ?? ""
    let bodies = Array(values.dropFirst())
    return bodies.isEmpty ? manner : "\(manner), \(teller.values(bodies, move.question))"
  }
}
