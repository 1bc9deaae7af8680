public import Charters
public import Kernel

/// Tells the answers of a comparison in one language: bodies and parts by their names, words of the charter by ours.
public struct OptionTeller: Sendable {
  public let words: Words
  private let names: [String: Translated]
  private let partnership: String

  /// - Parameter areas: names of areas that the charter does not name.
  public init(_ charter: Charter, areas: [String: Translated] = [:], _ words: Words) {
    self.words = words
    partnership = charter.id
    let named =
      charter.bodies.map { ($0.id, $0.name) } + charter.documents.map { ($0.id, $0.name) }
      + charter.windows.map { ($0.id, $0.name) } + charter.areas.map { ($0.id, $0.name) }
      + charter.streams.map { ($0.id, $0.name) }
    names = Dictionary(named) { first, _ in first }.merging(areas) { first, _ in first }
  }

  /// One word of an answer.
  public func name(_ word: String) -> String {
    if word == partnership { return words["options.partnership"] }
    if let name = names[word] { return name.text(in: words.language).text }
    return words.term("linkage", word)
  }

  public func part(_ id: String) -> String { id == "default" ? words["options.whole"] : name(id) }

  /// “Gold mining and Coal”; “ten parts” where there are more than three.
  public func parts(_ ids: [String], of all: Int) -> String {
    if ids.count == all { return words.count("options.all", all) }
    return ids.count > 3 ? words.count("options.some", ids.count) : words.list(ids.map(part))
  }

  public func values(_ values: [[String]], _ question: Question) -> String {
    // What is asked twice is words of a form, though a stream may bear the same name.
    let family = question == .modality ? "modality" : question == .askedTwice ? "linkage" : nil
    let told = values.map { choice in
      choice.map { word in family.map { words.term($0, word) } ?? name(word) }.joined(
        separator: words["options.or"])
    }
    // “A or B, and C”: without the comma one could read “A, or B and C”.
    return values.contains { $0.count > 1 } ? told.joined(separator: words["options.and"]) : words.list(told)
  }

  /// The answer of a cell, as it stands in a table or a sentence.
  public func answer(_ cell: Cell) -> String {
    switch cell.standing {
    case .notStated: return words["figure.notStated"]
    case .none: return words.term("no-answer", cell.question.rawValue)
    case .given: break
    }
    switch cell.question {
    case .pace:
      return words["options.pace", ["expected": number(cell.number), "longest": number(cell.most)]]
    case .load: return words.count("options.reports", Int(cell.number ?? 0))
    case .need, .secured, .pledged, .received, .gap: return cell.amounts.map(amount).joined(separator: "; ")
    case .partnersPerPost: return number(cell.number)
    case .staysTrue: return words.count("options.mechanisms", Int(cell.number ?? 0))
    default: return values(cell.values, cell.question)
    }
  }

  public func number(_ value: Double?) -> String {
    value.map { words.number($0) } ?? words["figure.notStated"]
  }

  /// Major units; amounts in kind say so.
  public func amount(_ amount: Amount) -> String {
    let text = words.amount(amount.minor, amount.currency).replacing("\u{A0}", with: " ")
    return amount.isInKind ? "\(text) (\(words.term("contribution", "in-kind")))" : text
  }

  /// “What it is: whom or what it is about.”
  public func warning(_ warning: Warning) -> String {
    let dates = warning.about.compactMap { try? When(text: $0) }.map { words.date($0) }
    let named = words.list(warning.about.filter { (try? When(text: $0)) == nil }.map(name))
    let from = warning.code == .bodyNotYet ? dates.map { words["options.from", ["date": $0]] } : dates
    let about = ([named] + from).filter { !$0.isEmpty }.joined(separator: words["list.comma"])
    let what = words.term("warning", warning.code.rawValue)
    return about.isEmpty ? "\(what)." : words["options.warning", ["what": what, "about": about]]
  }

  /// What an answer rests on, in short: “our reading, A24”; where nothing is stated, why not.
  public func ground(_ cell: Cell) -> String {
    let sources = Self.sources(cell)
    if cell.standing == .notStated, sources.isEmpty, let reason = cell.reasons.first {
      return words.term("rule", reason.rule)
    }
    return ([basis(cell)] + sources).joined(separator: ", ")
  }

  /// How sure an answer is. A source that was read and gives none leaves it open: that is not stated.
  public func basis(_ cell: Cell) -> String {
    cell.standing == .notStated && cell.basis == .stated
      ? words["options.leftOpen"] : words.term("basis", cell.basis.rawValue)
  }

  public static func sources(_ cell: Cell) -> [String] {
    var met: Set<String> = []
    return cell.reasons.flatMap(\.source).filter { met.insert($0).inserted }
  }

  /// A reason as a sentence: the rule, where it stands in the charter, the records it was worked out from.
  public func place(_ reason: Reason) -> String {
    let place = reason.path.map { path in
      reason.line.map { "\(path), \(words["options.line"]) \($0)" } ?? path
    }
    let rests = ([place].compactMap { $0 } + reason.records).joined(separator: ", ")
    return "\(words.term("rule", reason.rule))\(rests.isEmpty ? "" : " (\(rests))")."
  }

  /// “Option 1: Formal link …”; the linkage in force where it follows no option.
  public func title(_ option: Consequences) -> String {
    let label =
      option.number > 0 ? words["options.option", ["number": String(option.number)]] : words["options.own"]
    return words["options.title", ["option": label, "name": option.name.text(in: words.language).text]]
  }
}
