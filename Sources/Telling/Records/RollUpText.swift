public import Charters
public import Kernel
public import Workplan

/// Numbers that were carried up from projects, said in a language: for a page, a terminal, a spreadsheet.
public struct RollUpText: Sendable {
  /// One number of a project, in the sum or left out of it.
  public struct Line: Sendable {
    /// The project; nil where the number names none.
    public var project: Linked?
    public var number: FigureView
    public var year: String
    /// What it counts, on which side of a ratio it stands, why it was left out.
    public var remark: String
    /// The observation that it is taken from.
    public var record: String
    public var basis: Basis

    public init(
      project: Linked? = nil, number: FigureView, year: String, remark: String, record: String, basis: Basis
    ) {
      self.project = project
      self.number = number
      self.year = year
      self.remark = remark
      self.record = record
      self.basis = basis
    }
  }
  public struct Number: Sendable {
    public var name: Said
    public var areas: [Linked]
    /// Nil where there is none; `absence` then says why.
    public var figure: FigureView?
    public var absence: String?
    /// How many of how many projects have reported.
    public var reported: String
    /// From the first to the last year of its parts; nil without parts.
    public var years: String?
    /// What is done with the numbers of the projects.
    public var method: String
    /// Why the charter carries it up.
    public var reasons: [Statement]
    public var isDisputed: Bool
    public var parts: Lines<Line>
    public var leftOut: Lines<Line>
    public var silent: Lines<Linked>
    /// Where it stands in the charter.
    public var rules: [String]

    public init(
      name: Said, areas: [Linked], figure: FigureView? = nil, absence: String? = nil, reported: String,
      years: String? = nil, method: String, reasons: [Statement], isDisputed: Bool, parts: Lines<Line>,
      leftOut: Lines<Line>, silent: Lines<Linked>, rules: [String]
    ) {
      self.name = name
      self.areas = areas
      self.figure = figure
      self.absence = absence
      self.reported = reported
      self.years = years
      self.method = method
      self.reasons = reasons
      self.isDisputed = isDisputed
      self.parts = parts
      self.leftOut = leftOut
      self.silent = silent
      self.rules = rules
    }
  }
  /// The first of a list, and how long it is.
  public struct Lines<Item: Sendable>: Sendable {
    public var shown: [Item]
    public var count: Int
  }

  public var numbers: [Number]
  /// The same as values.
  public let rolledUp: [RolledUp]
  public let language: Language

  /// - Parameters:
  ///   - charter: the one whose rules made the numbers.
  ///   - names: of activities, by id; one without a name is told by its id.
  ///   - limit: of each list the first are said; nil: all.
  public init(
    _ rolledUp: [RolledUp], under charter: Charter, names: [String: Translated], in language: Language,
    atMost limit: Int? = nil
  ) {
    let teller = RollUpTeller(
      charter: charter, names: names, words: Words.of(language), limit: limit ?? .max)
    self.rolledUp = rolledUp
    self.language = language
    numbers = rolledUp.map(teller.number)
  }
}

/// Finds the words for rolled-up numbers.
private struct RollUpTeller {
  let charter: Charter
  let names: [String: Translated]
  let words: Words
  let limit: Int

  private var language: Language { words.language }

  func number(_ made: RolledUp) -> RollUpText.Number {
    let name = made.name.said(in: language)
    return RollUpText.Number(
      name: made.medium.map { Said("\(name.text), \(words.term("medium", $0))", name.language) } ?? name,
      areas: made.areas.map { id in
        Linked(charter.areas.first { $0.id == id }?.name.said(in: language) ?? Said(id), .area(id))
      },
      figure: made.value.map(figure),
      absence: made.absence.map { words.term("absence", $0.rawValue) },
      reported: made.projects == 0
        ? words["rollup.noProject"]
        : words["rollup.reported", ["reported": count(made.reported), "count": count(made.projects)]],
      years: years(made), method: method(made),
      reasons: made.areas.compactMap { id in
        charter.areas.first { $0.id == id }?.rollUp.flatMap { rollUp in
          rollUp.why.map { Statement($0.said(in: language), Basis(rollUp.ground.provenance)) }
        }
      },
      isDisputed: made.isDisputed, parts: lines(made.parts, part),
      leftOut: lines(made.leftOut) { leftOut($0, unit: charter.indicator($0.indicator)?.unit) },
      silent: lines(made.silent, project),
      rules: made.rules.map {
        words["rollup.rule.line", ["file": $0.file, "line": String($0.line), "path": $0.path]]
      })
  }

  private func lines<Value, Item>(_ all: [Value], _ told: (Value) -> Item) -> RollUpText.Lines<Item> {
    RollUpText.Lines(shown: all.prefix(limit).map(told), count: all.count)
  }

  private func count(_ number: Int) -> String { words.number(Double(number)) }

  private func years(_ made: RolledUp) -> String? {
    guard !made.parts.isEmpty else { return nil }
    let isPartlyDated = made.years != Period() && made.parts.contains { $0.year == nil }
    return words.dates(made.years) + (isPartlyDated ? "; \(words["rollup.undated"])" : "")
  }

  /// A number that was worked out here says so where its parts leave no other doubt.
  private func figure(_ value: Figure) -> FigureView {
    var figure = FigureView(name: "", value)
    if value.qualifier == .exact { figure.mark = .computed }
    figure.sources = Array(figure.sources.prefix(6))
    return figure
  }

  private func method(_ made: RolledUp) -> String {
    let indicator = charter.indicator(made.indicator)
    var values = ["unit": words.unit(indicator?.unit ?? "", for: 2), "formula": ""]
    if let formula = indicator?.formula.flatMap({ RatioFormula($0) }) {
      let (above, below) = (formula.numerator.map(name), formula.denominator.map(name))
      values["formula"] = "\(sum(above)) \u{F7} \(sum(below))"
    }
    return Words.fill(words.term("method", made.method.rawValue), values)
  }

  private func sum(_ names: [String]) -> String {
    names.count == 1 ? names[0] : "(\(names.joined(separator: " + ")))"
  }

  private func name(ofIndicator id: String) -> String {
    charter.indicator(id)?.name.text(in: language).text ?? id
  }

  private func project(_ id: String) -> Linked {
    Linked(names[id]?.said(in: language) ?? Said(id), .activity(id))
  }

  private func part(_ part: RolledPart) -> RollUpText.Line {
    var remarks: [String] = []
    if let side = part.side {
      remarks.append("\(name(ofIndicator: part.indicator)), \(words.term("side", side.rawValue))")
    }
    if !part.counts.isEmpty { remarks.append(words.list(part.counts.map(thing))) }
    if part.unnamed > 0 { remarks.append(words.count("rollup.unnamed", part.unnamed)) }
    if part.isDisputed { remarks.append(words["rollup.disputed"]) }
    return line(
      part.observation, part.activity, part.amount, part.year, remarks.joined(separator: "; "),
      Basis(part.provenance))
  }

  private func leftOut(_ left: LeftOut, unit: String?) -> RollUpText.Line {
    let reason = Words.fill(
      words.term("left-out", left.reason.rawValue),
      [
        "unit": words.unit(unit ?? "", for: 2), "instead": left.instead ?? "",
        "lacks": words.list(left.lacks.map(name)), "counts": words.list(left.counts.map(thing)),
      ])
    return line(
      left.observation, left.activity, left.amount, left.year, reason,
      Basis([], verification: left.amount.verification))
  }

  private func line(
    _ observation: String, _ activity: String?, _ amount: Figure, _ year: When?, _ remark: String,
    _ basis: Basis
  ) -> RollUpText.Line {
    var number = FigureView(
      name: "", amount, route: .record(kind: Observation.kind, id: observation))
    // What it rests on stands in a column of its own.
    let sources = basis.sources.isEmpty ? number.sources : basis.sources
    number.sources = []
    return RollUpText.Line(
      project: activity.map(project), number: number,
      year: year.map { words.date($0) } ?? words["date.notStated"], remark: remark, record: observation,
      basis: Basis(sources, qualifier: .exact, verification: basis.verification))
  }

  private func thing(_ word: String) -> String {
    (try? Country(code: word)) == nil
      ? words.term("thing", word) : CountryNames.shared.name(of: word, in: language)
  }
}
