public import Kernel
internal import Workplan

/// One line of the report as every line is: of a record, with its figure and where it comes from.
public struct ReportLine: Sendable, Hashable {
  /// The part of the report it stands in.
  public let section: String
  public let kind: String
  public let record: String
  public let text: Translated?
  public let figure: Figure?
  public let provenance: Provenance
}

extension ProgressReport {
  /// Every line, from top to bottom.
  public var lines: [ReportLine] {
    var lines: [ReportLine] = []
    func add(
      _ section: String, _ kind: String, _ record: String, _ text: Translated?, _ provenance: Provenance,
      _ figure: Figure? = nil
    ) {
      lines.append(
        ReportLine(
          section: section, kind: kind, record: record, text: text, figure: figure, provenance: provenance))
    }
    func figure(_ minor: Int, _ currency: String, _ provenance: Provenance) -> Figure {
      Figure(
        value: Currency.units(minor, currency), unit: currency, qualifier: provenance.qualifier,
        asOf: When(asOf), source: provenance.source.joined(separator: "; "),
        verification: provenance.verification)
    }
    add("cycle", "cycle", cycle.record, nil, cycle.provenance)
    for line in addressees { add("addressees", "reporting-line", line.line, line.rule, line.provenance) }
    for line in members.counts {
      add("members", "partner-count", line.record, line.text, line.provenance, line.count)
    }
    for line in members.disagreements {
      add("members", "disagreement", line.record, line.text, Provenance(line.sources))
    }
    for line in areas {
      let figure = Figure(
        value: Double(line.activities), unit: "activity", qualifier: .exact, asOf: When(asOf),
        source: line.provenance.source.joined(separator: "; "), verification: .inferred)
      add("areas", "area", line.record, line.name, line.provenance, figure)
    }
    for line in modes.flatMap(\.activities) {
      add("activities", "activity", line.record, line.text, line.provenance)
    }
    for line in levels.flatMap(\.activities) {
      add("levels", "activity", line.record, line.text, line.provenance)
    }
    for line in alignment.priorities.flatMap(\.activities) {
      if let record = line.alignment {
        add("alignment", "alignment", record, line.text, line.provenance)
      } else {
        add("alignment", "activity", line.activity, line.text, line.provenance)
      }
    }
    for line in posts { add("posts", "post", line.record, line.purpose, line.provenance, line.tenure) }
    for line in posts {
      add("staffing", "post", line.record, line.purpose, line.provenance, line.fullTime)
    }
    for line in observations {
      add("results", "observation", line.record, line.text, line.provenance, line.amount)
    }
    for number in rolledUp {
      let sources = Set(number.parts.flatMap(\.provenance.source)).sorted()
      for area in number.areas.prefix(1) {
        add("rolled-up", "area", area, number.name, Provenance(sources), number.value)
      }
    }
    for line in finance.statements {
      add("finance", "finance-statement", line.record, line.text, line.provenance, line.amount)
      for cause in line.causes { add("finance", "cause", cause.record, cause.text, cause.provenance) }
    }
    for line in finance.sums {
      for record in line.records { add("finance", "contribution", record, nil, Provenance(line.sources)) }
    }
    for window in finance.windows {
      for line in window.received + window.allocations {
        add(
          "windows", line.kind, line.record, nil, line.provenance,
          figure(line.minor, window.currency, line.provenance))
      }
    }
    for line in finance.examinations {
      add("examinations", "finance-examination", line.record, line.question, line.provenance)
    }
    for line in shortfall.actions {
      // What is missing stands in no source; it follows from what does.
      let missing = figure(
        line.missing.minor, line.missing.currency,
        Provenance(line.provenance.source, verification: .inferred))
      add("shortfall", "priority-action", line.record, line.title, line.provenance, missing)
    }
    for line in weaknesses {
      add("weaknesses", "uncertainty", line.record, line.text, line.provenance)
      for cause in line.causes { add("weaknesses", "cause", cause.record, cause.text, cause.provenance) }
    }
    for line in requests {
      add("requests", "request", line.record, line.text, line.provenance, line.timeToAnswer)
      for answer in line.answers { add("requests", "answer", answer.record, nil, answer.provenance) }
    }
    return lines
  }

  /// The report for a program: canonical JSON, its members in the order they are declared.
  public var json: String {
    var json = JSONWriter(capacity: 16_384)
    write(to: &json)
    return json.text
  }

  /// Its lines as a table, in one language.
  public func csv(in language: Language) -> String {
    var text = CSV.row([
      "section", "kind", "record", "text", "value", "unit", "qualifier", "as_of", "source", "verification",
    ])
    for line in lines {
      let (figure, provenance) = (line.figure, line.provenance)
      text += CSV.row([
        line.section, line.kind, line.record, line.text?.text(in: language).text ?? "",
        figure?.value.cell ?? "",
        figure?.unit ?? "", (figure?.qualifier ?? provenance.qualifier).rawValue, figure?.asOf.cell ?? "",
        figure?.source ?? provenance.source.cell, (figure?.verification ?? provenance.verification).rawValue,
      ])
    }
    return text
  }
}
