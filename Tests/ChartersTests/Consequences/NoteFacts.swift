import Charters
import Kernel

/// The charter of the note, and what the records of 22 September 2010 add to it, written down by hand.
enum NoteFacts {
  static let day = Day(2010, 9, 22)
  static let areas = ["gold", "chlor-alkali", "fate-and-transport", "products", "coal", "waste", "supply"]
  static let streams = [
    "information-exchange", "technical-assistance", "gold-mining", "alternatives", "results",
  ]

  /// - Parameter old: must stand in the file once at least; every place changes.
  static func charter(replacing old: String = "", with new: String = "") throws -> Charter {
    var text = try CharterFiles.text("2010")
    if !old.isEmpty {
      guard text.contains(old) else {
        throw Refusal(code: "test", Phrase(asItIs: "the charter no longer holds: \(old)"))
      }
      text = text.replacing(old, with: new)
    }
    let reading = CharterFiles.read(text)
    guard let charter = reading.charter else {
      throw Refusal(
        code: "test", Phrase(asItIs: reading.faults.map(\.sentence).joined(separator: "; ")))
    }
    return charter
  }

  static var facts: Facts {
    var facts = Facts()
    facts.sittings = [
      .init(
        record: "session/pag-1", body: "advisory-group", number: 1, since: Day(2009, 3, 31),
        until: Day(2009, 4, 2),
        source: ["unep-pag-1-7"]),
      .init(
        record: "session/pag-2", body: "advisory-group", number: 2, since: Day(2010, 9, 21),
        until: Day(2010, 9, 22), source: ["N3"]),
    ]
    facts.bodies = ["cop": Period(since: When(2017, 9, 24))]
    facts.phases = ["minamata": [.init("negotiating", since: Day(2010, 6, 7))]]
    facts.areas = areas
    facts.partners = .init(70, records: ["partner-count/pc-2010"], source: ["A6d"])
    facts.posts = .init(2, records: ["post/p3-partnership", "post/p4-interim"], source: ["A35"])
    facts.cycles = [.init(record: "cycle/cycle-2009-2010", months: 18, isRunning: false)]
    return facts
  }

  static func option(_ word: String, _ charter: Charter? = nil, _ facts: Facts = facts) throws -> Consequences
  {
    let charter = try charter ?? self.charter()
    return Consequences.derive(charter, try charter.option(word), facts, on: day)
  }
}

extension Consequences {
  /// The answer for one part as text: all of the outer list, any of the inner ones.
  func answer(_ part: String, _ question: Question) -> String {
    guard let cell = self.part(part)?.cell(question) else { return "?" }
    return cell.standing == .given
      ? cell.values.map { $0.joined(separator: "|") }.joined(separator: " + ") : cell.standing.rawValue
  }

  /// The parts by their answer.
  func parts(by question: Question) -> [String: [String]] {
    Dictionary(grouping: realParts.map(\.part)) { answer($0, question) }
  }
}
