public import Charters
internal import Kernel

/// The comparison as text and as rows.
public struct OptionTable {
  /// The questions of the side-by-side table, in its order.
  public static let questions: [Question] = [
    .modality, .linkedTo, .mention, .reportsTo, .amendedBy, .pace, .priorities, .heeds, .texts, .host,
    .participation,
    .flexibility, .gains, .money, .need, .secured, .pledged, .received, .gap,
  ]
  public static let ofTheWhole: [Question] = [
    .load, .askedTwice, .partiesReportTo, .partnersPerPost, .staysTrue,
  ]

  public let comparison: OptionComparison
  public let teller: OptionTeller
  private var words: Words { teller.words }

  /// For a terminal: each question with the options under each other, then the load, the warnings and the parts.
  public func text() -> String {
    var text = words["options.heading", heading] + "\n"
    for option in comparison.options {
      text += "  \(teller.title(option))\(option.isInForce ? " [\(words["options.inForce"])]" : "")\n"
    }
    for question in Self.questions {
      text += "\n\(words.term("question", question.rawValue))\n"
      for option in comparison.options {
        let groups = option.answers(to: question)
        for (index, group) in groups.enumerated() {
          let scope = groups.count > 1 ? "\(teller.parts(group.parts, of: option.realParts.count)): " : ""
          text += line(
            index == 0 ? option : nil, "\(scope)\(teller.answer(group.cell))", teller.ground(group.cell))
        }
      }
    }
    for question in Self.ofTheWhole {
      text += "\n\(words.term("question", question.rawValue))\n"
      for option in comparison.options {
        guard let cell = option.cell(question) else { continue }
        text += line(option, teller.answer(cell), teller.ground(cell))
      }
    }
    text += "\n\(words["options.warnings"])\n"
    for option in comparison.options {
      for (index, warning) in option.allWarnings.enumerated() {
        let scope =
          warning.parts.isEmpty ? "" : "\(teller.parts(warning.parts, of: option.realParts.count)): "
        text += line(index == 0 ? option : nil, "\(scope)\(teller.warning(warning.warning))", nil)
      }
    }
    return text
  }

  private var heading: [String: String] {
    [
      "charter": "\(comparison.charter) \(comparison.edition)", "date": words.date(comparison.asOf),
      "phase": comparison.phase.map { words.term("phase", $0) } ?? words["figure.notStated"],
    ]
  }

  private func line(_ option: Consequences?, _ answer: String, _ ground: String?) -> String {
    let mark = option.map { "  \($0.number)  " } ?? "     "
    return "\(mark)\(answer)\(ground.map { "  [\($0)]" } ?? "")\n"
  }

  /// One row for each cell of each option and part.
  public func csv() -> String {
    var text = CSV.row([
      "option", "number", "part", "question", "standing", "values", "answer", "value", "most", "unit",
      "amounts", "basis",
      "rules", "places", "records", "source",
    ])
    for option in comparison.options {
      for part in option.parts {
        for cell in part.cells { text += row(option, part.part, cell) }
        for warning in part.warnings { text += row(option, part.part, warning) }
      }
      for cell in option.cells { text += row(option, "*", cell) }
      for warning in option.warnings { text += row(option, "*", warning) }
    }
    return text
  }

  private func row(_ option: Consequences, _ part: String, _ cell: Cell) -> String {
    CSV.row(
      [
        option.option, String(option.number), part, cell.question.rawValue, cell.standing.rawValue,
        cell.values.map { $0.joined(separator: "|") }.joined(separator: "; "), teller.answer(cell),
        cell.number.map(plain) ?? "", cell.most.map(plain) ?? "", cell.unit ?? "",
        cell.amounts.map { "\($0.minor) \($0.currency)\($0.isInKind ? " in-kind" : "")" }.joined(
          separator: "; "),
        cell.basis.rawValue,
      ] + rests(cell.reasons))
  }

  private func row(_ option: Consequences, _ part: String, _ warning: Warning) -> String {
    CSV.row(
      [
        option.option, String(option.number), part, "warning", warning.code.rawValue,
        warning.about.joined(separator: "; "), teller.warning(warning), "", "", "", "",
        (warning.reasons.map(\.basis).max() ?? .derived).rawValue,
      ] + rests(warning.reasons))
  }

  private func rests(_ reasons: [Reason]) -> [String] {
    [
      reasons.map(\.rule).joined(separator: "; "),
      reasons.compactMap { reason in reason.path.map { path in reason.line.map { "\(path):\($0)" } ?? path } }
        .joined(separator: "; "),
      reasons.flatMap(\.records).joined(separator: "; "), reasons.flatMap(\.source).joined(separator: "; "),
    ]
  }

  /// A number for a program: 269, 0.67.
  private func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }
}
