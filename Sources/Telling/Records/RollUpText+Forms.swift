public import Kernel
internal import Workplan

/// Rolled-up numbers as rows, for a terminal or a file.
extension RollUpText {
  /// A row each: what it is, the number, of when, and last what is to be said of it. Each number is followed by its
  /// parts, what was left out, who has not reported, and the rule.
  public var rows: [[String]] {
    let words = Words.of(language)
    return numbers.flatMap { number -> [[String]] in
      let value = number.figure.map(words.text) ?? words["rollup.noNumber"]
      let sentences = [
        number.absence, number.reported + ".", number.isDisputed ? words["rollup.isDisputed"] : nil,
        number.method,
      ].compactMap { $0 }
      var rows = [[number.name.text, value, number.years ?? "", sentences.joined(separator: " ")]]
      rows += number.parts.shown.map { row(words["rollup.part"], $0, words) }
      rows += number.leftOut.shown.map { row(words["rollup.left"], $0, words) }
      rows += number.silent.shown.map { ["  " + words["rollup.silent"], "", "", $0.text.text.withoutStop] }
      return rows + number.rules.map { ["  " + words["rollup.rule"], "", "", $0] }
    }
  }

  /// Said instead of an empty table.
  public var nothing: String {
    let words = Words.of(language)
    return words["rollup.nothing"]
  }

  private func row(_ role: String, _ line: Line, _ words: Words) -> [String] {
    let project = line.project.map { "\($0.text.text.withoutStop) " } ?? ""
    let sources = line.basis.sources.map(\.label).joined(separator: "; ")
    return [
      "  " + role, words.text(of: line.number), line.year,
      "\(project)[\(line.record)\(sources.isEmpty ? "" : "; \(sources)")]\(line.remark.isEmpty ? "" : ": \(line.remark)")",
    ]
  }

  /// Every number and every part of it as a table. `role` is value, part, left-out, silent or rule.
  public var csv: String {
    var text = CSV.row([
      "indicator", "medium", "role", "value", "low", "high", "unit", "qualifier", "year", "activity",
      "observation", "side", "counts", "reason", "instead", "source", "verification", "file", "line",
      "projects", "reported",
    ])
    for number in rolledUp {
      func add(
        _ role: String, _ figure: Figure? = nil, year: String = "", activity: String = "",
        observation: String = "", side: String = "", counts: [String] = [], reason: String = "",
        instead: String = "", file: String = "", line: String = "", projects: String = "",
        reported: String = ""
      ) {
        text += CSV.row([
          number.indicator, number.medium ?? "", role, figure?.value.cell ?? "", figure?.low.cell ?? "",
          figure?.high.cell ?? "", figure?.unit ?? "", figure?.qualifier.rawValue ?? "", year, activity,
          observation, side, counts.cell, reason, instead, figure?.source ?? "",
          figure?.verification.rawValue ?? "", file, line, projects, reported,
        ])
      }
      add(
        "value", number.value, year: number.years.text, reason: number.absence?.rawValue ?? "",
        projects: String(number.projects), reported: String(number.reported))
      for part in number.parts {
        add(
          "part", part.amount, year: part.year.cell, activity: part.activity, observation: part.observation,
          side: part.side?.rawValue ?? "", counts: part.counts)
      }
      for left in number.leftOut {
        add(
          "left-out", left.amount, year: left.year.cell, activity: left.activity ?? "",
          observation: left.observation, counts: left.counts, reason: left.reason.rawValue,
          instead: left.instead ?? "")
      }
      for project in number.silent { add("silent", activity: project) }
      for rule in number.rules { add("rule", file: rule.file, line: String(rule.line)) }
    }
    return text
  }

  /// The numbers with all they are made of. - Parameter area: nil for the programme.
  public func json(of area: String?, asOf day: Day) -> String {
    var json = JSONWriter()
    json.raw(#"{"as_of":"#)
    day.write(to: &json)
    json.raw(#","area":"#)
    area.write(to: &json)
    json.raw(#","numbers":"#)
    rolledUp.write(to: &json)
    json.raw("}")
    return json.text
  }
}

extension Period {
  /// `2012`, `2012/2014`, as programs read a span; empty where nothing is dated.
  fileprivate var text: String {
    guard let since, let until else { return (since ?? until)?.description ?? "" }
    return since == until ? since.description : "\(since)/\(until)"
  }
}

extension String {
  /// A name that is a sentence stands within another.
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Words {
  /// A figure in a line of text: at least 5 countries.
  public func text(of figure: FigureView) -> String {
    var parts: [String] = []
    if case .qualifier(let qualifier) = figure.mark, qualifier != .exact, figure.amount != .notStated {
      parts.append(term("qualifier", qualifier.rawValue))
    }
    func unit(_ value: Double) -> String? { figure.unit.map { self.unit($0, for: value) } }
    switch figure.amount {
    case .number(let value): parts += [number(value), unit(value)].compactMap { $0 }
    case .range(let low, let high):
      parts += ["\(number(low))\u{2013}\(number(high))", unit(high)].compactMap { $0 }
    case .money(let minor, let currency): parts.append(amount(minor, currency))
    case .word(let said): parts.append(said.text)
    case .notStated: parts.append(self["figure.notStated"])
    }
    return parts.joined(separator: " ")
  }
}
