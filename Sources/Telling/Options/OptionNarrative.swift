internal import Charters
public import Kernel

/// One sentence of the account of an option, with the cells it was made of.
public struct NarrativeSentence: Composed {
  public var option: String
  public var text: Translated
  /// `option/part/question`, one for each cell it rests on; the whole arrangement is the part `*`.
  public var cells: [String]

  public static let schema = Schema(
    "narrative-sentence", NarrativeSentence.init(option:text:cells:),
    Field("option", \.option),
    Field("text", \.text),
    Field("cells", \.cells))
}

/// The comparison as a secretariat would write it down, sentence by sentence: nothing is said that no cell says.
struct OptionNarrative {
  /// The questions in the order of the account; the others are told by the table alone.
  private static let told: [Question] = [
    .linkedTo, .mention, .reportsTo, .amendedBy, .pace, .priorities, .heeds, .texts, .host, .participation,
    .flexibility,
    .gains, .money, .need, .gap,
  ]
  private static let ofTheWhole: [Question] = [
    .load, .askedTwice, .partiesReportTo, .partnersPerPost, .staysTrue,
  ]

  public let comparison: OptionComparison
  private let tellers: [OptionTeller]

  public init(_ comparison: OptionComparison, _ charter: Charter, areas: [String: Translated]) {
    self.comparison = comparison
    tellers = Words.languages.map { OptionTeller(charter, areas: areas, Words.of($0)) }
  }

  public func sentences() -> [NarrativeSentence] { comparison.options.flatMap(sentences) }

  private func sentences(_ option: Consequences) -> [NarrativeSentence] {
    let all = option.realParts.count
    let byPart = Self.told.flatMap { question in
      option.answers(to: question).map { group in
        sentence(
          option, cells: group.parts.map { "\(option.option)/\($0)/\(question.rawValue)" },
          resting: group.cell
        ) { teller in
          return teller.sentence(
            group.cell, ["scope": teller.parts(group.parts, of: all)])
        }
      }
    }
    let whole = Self.ofTheWhole.compactMap { question in
      option.cell(question).map { cell in
        sentence(option, cells: ["\(option.option)/*/\(question.rawValue)"], resting: cell) { teller in
          return teller.sentence(cell, ["scope": teller.words["options.arrangement"]])
        }
      }
    }
    let warnings = option.allWarnings.map { warning, parts in
      sentence(
        option,
        cells: (parts.isEmpty ? ["*"] : parts).map {
          "\(option.option)/\($0)/warning:\(warning.code.rawValue)"
        },
        resting: nil
      ) { teller in
        let scope = parts.isEmpty ? teller.words["options.arrangement"] : teller.parts(parts, of: all)
        return Words.fill(
          teller.words.term("narrative", "warning"), ["scope": scope, "answer": teller.warning(warning)])
      }
    }
    return byPart + whole + warnings
  }

  private func sentence(
    _ option: Consequences, cells: [String], resting cell: Cell?, _ tell: (OptionTeller) -> String
  ) -> NarrativeSentence {
    let texts = tellers.map { teller in
      let ground = cell.map { " (\(teller.ground($0)))" } ?? ""
      let text = tell(teller)
      let end = text.hasSuffix(".") ? String(text.dropLast()) : text
      return (teller.words.language, capitalized("\(end)\(ground)."))
    }
    return NarrativeSentence(
      option: option.option, text: Translated(.en, Dictionary(texts) { first, _ in first }), cells: cells)
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension OptionTeller {
  fileprivate func sentence(_ cell: Cell, _ values: [String: String]) -> String {
    let key =
      switch cell.standing {
      case .given: cell.question.rawValue
      case .none: "none-\(cell.question.rawValue)"
      case .notStated: "not-stated"
      }
    var values = values
    values["answer"] = answer(cell)
    values["question"] = words.term("question", cell.question.rawValue)
    values["bodies"] = self.values(cell.values, cell.question)
    return Words.fill(words.term("narrative", key), values)
  }
}
