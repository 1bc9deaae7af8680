public import Kernel

/// What follows for one part.
public struct PartConsequences: Composed {
  public enum Sort: String, Code { case whole, area, stream }
  /// `default`, the id of an area, or that of a stream.
  public var part: String
  public var sort: Sort
  public var name: Translated
  /// Whose terms it follows: its stream's, its area's, or the default.
  public var follows: String
  public var cells: [Cell]
  public var money: [NatureMoney]
  public var warnings: [Warning]

  public static let schema = Schema(
    "part-consequences", PartConsequences.init(part:sort:name:follows:cells:money:warnings:),
    Field("part", \.part),
    Field("sort", \.sort),
    Field("name", \.name),
    Field("follows", \.follows),
    Field("cells", \.cells),
    Field("money", \.money),
    Field("warnings", \.warnings))

  public func cell(_ question: Question) -> Cell? { cells.first { $0.question == question } }
}

/// One area in one stream: which terms win there, and to whom it reports.
public struct CrossedPart: Composed {
  public var area: String
  public var stream: String
  /// The part whose terms hold: the stream, the area or `default`.
  public var follows: String
  public var reportsTo: [[String]]
  public var activities: Int

  public static let schema = Schema(
    "crossed-part", CrossedPart.init(area:stream:follows:reportsTo:activities:),
    Field("area", \.area),
    Field("stream", \.stream),
    Field("follows", \.follows),
    Field("reports_to", \.reportsTo),
    Field("activities", \.activities))
}

/// What follows from one linkage: for each part, for each area in each stream, and for the arrangement as a whole.
public struct Consequences: Composed {
  /// The option; `in-force` where the linkage in force has terms of its own.
  public var option: String
  public var number: Int
  public var name: Translated
  public var isInForce: Bool
  public var parts: [PartConsequences]
  public var crossed: [CrossedPart]
  /// Answers that hold for the arrangement: reports in a round, what is asked twice, partners a post.
  public var cells: [Cell]
  public var owed: [OwedReport]
  public var askedTwice: [AskedTwice]
  public var warnings: [Warning]

  public static let schema = Schema(
    "consequences",
    Consequences.init(option:number:name:isInForce:parts:crossed:cells:owed:askedTwice:warnings:),
    Field("option", \.option),
    Field("number", \.number),
    Field("name", \.name),
    Field("is_in_force", \.isInForce),
    Field("parts", \.parts),
    Field("crossed", \.crossed),
    Field("cells", \.cells),
    Field("owed", \.owed),
    Field("asked_twice", \.askedTwice),
    Field("warnings", \.warnings))

  public func part(_ id: String) -> PartConsequences? { parts.first { $0.part == id } }
  public func cell(_ question: Question) -> Cell? { cells.first { $0.question == question } }

  /// The parts that can be tied by themselves; the whole where the charter has neither areas nor streams.
  public var realParts: [PartConsequences] {
    let real = parts.filter { $0.sort != .whole }
    return real.isEmpty ? parts : real
  }

  /// Every sum, wait and addressee of one option, from the charter, the records and the day alone.
  ///
  /// - Parameter option: nil takes the linkage in force.
  public static func derive(_ charter: Charter, _ option: Option?, _ facts: Facts, on day: Day)
    -> Consequences
  {
    Derivation(Surroundings(charter, facts, day), option).consequences()
  }
}

/// The derivation of one option.
struct Derivation {
  let around: Surroundings
  let option: Option?
  private let charter: Charter
  private let arrangement: Arrangement?

  init(_ around: Surroundings, _ option: Option?) {
    self.around = around
    self.option =
      option
      ?? around.charter.linkage.option.flatMap { id in
        around.charter.options.first { $0.id == id }
      }
    charter = around.charter
    arrangement = Arrangement(around.charter, self.option)
  }

  func consequences() -> Consequences {
    let areas = around.areas
    let parts =
      [part(.whole, "default", .whole, charter.name)]
      + areas.map { id in
        part(
          PlaceOfWork(area: id), id, .area, around.name(ofArea: id))
      } + charter.streams.map { part(PlaceOfWork(stream: $0.id), $0.id, .stream, $0.name) }
    let real = parts.count > 1 ? Array(parts.dropFirst()) : parts
    let load = Load(
      around: around,
      addressees: real.map { ($0.part, $0.cell(.reportsTo)?.values.first ?? []) })
    let owed = load.owed()
    let twice = Load.askedTwice(owed)
    let cells = load.cells(owed, twice) + [staysTrue()]
    let parties = cells.first { $0.question == .partiesReportTo }
    return Consequences(
      option: option?.id ?? "in-force", number: option?.number ?? 0,
      name: option?.name ?? charter.name, isInForce: option?.id == charter.linkage.option,
      parts: withLoad(parts, owed), crossed: crossed(areas), cells: cells, owed: owed,
      askedTwice: twice,
      warnings: parties.map { around.warnings(of: real, partiesReportTo: $0) } ?? [])
  }

  private func part(
    _ place: PlaceOfWork, _ id: String, _ sort: PartConsequences.Sort, _ name: Translated
  ) -> PartConsequences {
    guard let arrangement else {
      let cell = Cell(.reportsTo, .notStated, because: [Reason(.derived, "charter-is-silent")])
      return PartConsequences(
        part: id, sort: sort, name: name, follows: "default", cells: [cell], money: [],
        warnings: [Warning(code: .noAddressee, about: [], reasons: cell.reasons)])
    }
    let terms = GoverningTerms(arrangement, area: place.area, stream: place.stream)
    let answers = AnswersOfTerms(around: around, place: place, terms: terms)
    let money = MoneyOfPart(around, place, terms)
    let lines = money.lines()
    let cells = answers.cells() + [answers.pace()] + money.cells(lines)
    let reportsTo = cells.first { $0.question == .reportsTo } ?? Cell(.reportsTo, .notStated, because: [])
    return PartConsequences(
      part: id, sort: sort, name: name, follows: terms.step == .usual ? "default" : id, cells: cells,
      money: lines,
      warnings: WarningsOfPart(around: around, place: place, terms: terms).warnings(reportsTo: reportsTo))
  }

  /// Adds how many reports of a round tell of each part: those it owes and those about it.
  private func withLoad(_ parts: [PartConsequences], _ owed: [OwedReport]) -> [PartConsequences] {
    var lines: [String: [String]] = [:]
    for report in owed where report.counts {
      for part in ([report.actor] + report.parts).uniqued { lines[part, default: []].append(report.line) }
    }
    let all = owed.filter(\.counts).map(\.line)
    return parts.map { part in
      var part = part
      let about = part.sort == .whole ? all : lines[part.part] ?? []
      part.cells.append(
        Cell(
          .load, about.isEmpty ? .none : .given, number: Double(about.count), unit: "report",
          because: charter.reporting.filter { about.contains($0.id) }.map {
            Reason("reporting-line", at: "reporting.\($0.id)", $0.ground)
          } + [Reason(.derived, "reports-about-the-part")]))
      return part
    }
  }

  /// What has no terms of its own, as the order of precedence decides where area and stream meet.
  private func crossed(_ areas: [String]) -> [CrossedPart] {
    guard let arrangement else { return [] }
    return areas.flatMap { area in
      charter.streams.map { stream in
        let terms = GoverningTerms(arrangement, area: area, stream: stream.id)
        let part = [.stream: stream.id, .area: area, .usual: "default"][terms.step] ?? "default"
        return CrossedPart(
          area: area, stream: stream.id, follows: part,
          reportsTo: terms.saying(.reportsTo).map { terms.bodies($0) } ?? [],
          activities: around.work(in: PlaceOfWork(area: area, stream: stream.id)).count)
      }
    }
  }

  /// The mechanisms work whatever the linkage: none of them asks for it (R17).
  private func staysTrue() -> Cell {
    let running = charter.mechanisms.filter(\.isEnabled).map { [$0.id] }
    let rule = charter.whateverTheLinkage.map { Reason("whatever-the-linkage", at: $0.path, $0.ground) }
    return Cell(
      .staysTrue, running.isEmpty ? .notStated : .given, running, number: Double(running.count),
      because: [rule ?? Reason(.derived, "whatever-the-linkage")])
  }
}
