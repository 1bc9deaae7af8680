import Charters
import Kernel
import Testing
@testable import Workplan

/// Rules, projects and numbers of a made-up programme; the rules are read from a charter, as any are.
enum RollUpSamples {
  static let day = Day(2020, 6, 30)
  private static let shipped =
    "  alternatives-demonstrated: {name: {fr: Solutions démontrées, en: Alternatives demonstrated}, unit: alternative, kind: count, basis: implied}\n"

  /// The charter with indicators of the test beside its own, each as `name: {…}` without its name in two languages.
  static func reading(
    _ indicators: [String], carriesUp: String, projects: String = ""
  ) throws -> CharterReading {
    let lines = indicators.map { line in
      "  " + line.replacing("{", with: "{name: {fr: Essai, en: Trial}, ", maxReplacements: 1) + "\n"
    }
    let text = try ShippedCharter.text("ddt/2010")
      .replacing(shipped, with: shipped + lines.joined(), maxReplacements: 1)
      .replacing(
        "indicators: [countries, alternatives-demonstrated, cofinancing-ratio]",
        with: "indicators: [\(carriesUp)]" + (projects.isEmpty ? "" : "\n      projects: [\(projects)]"),
        maxReplacements: 1)
    return Charter.read(Array(text.utf8), name: "2010.yaml")
  }

  static func rule(
    _ indicators: String..., carriesUp: String? = nil, projects: String = ""
  ) throws -> RollUpRule {
    let first = String(indicators[0].prefix { $0 != ":" })
    let reading = try reading(indicators, carriesUp: carriesUp ?? first, projects: projects)
    return try #require(reading.charter?.rollUpRules().first)
  }

  static func project(
    _ id: String, form: String = "project", areas: [String] = ["demonstration-projects"], since: When? = nil
  ) -> Activity {
    Activity(
      id: .init(id), form: form, areas: areas, isCrossCutting: false, topic: nil, stream: nil, function: nil,
      mode: nil, nature: nil, interimType: nil, societyLevel: nil, problemLevel: nil, solutionType: nil,
      isMarketBased: nil, natureBasis: nil, phase: nil, country: nil, region: nil, isPriority: false,
      priorityAction: nil, easesDecision: nil, need: nil, intendedSource: nil, period: Period(since: since),
      text: Translated(.en, id), provenance: Provenance(["test"]), state: .underWay)
  }

  static func observed(
    _ id: String, _ indicator: String, by project: String?, _ value: Double?, _ unit: String,
    _ year: Int? = 2015, counts: [String] = [], medium: String? = nil, scope: String = "project",
    low: Double? = nil, high: Double? = nil, qualifier: Qualifier = .exact,
    verification: Verification = .verified, source: String = "test"
  ) -> Observation {
    Observation(
      id: .init(id), indicator: indicator, activity: project.map { .init($0) }, medium: medium, scope: scope,
      referenceYear: year.map { When($0) },
      amount: Figure(
        value: value, low: low, high: high, unit: unit, qualifier: qualifier, source: source,
        verification: verification),
      counts: counts, text: nil, provenance: Provenance([source], verification: verification))
  }
}

extension RolledUp {
  /// `a other-unit`: what was left out, and why.
  var omissions: [String] { leftOut.map { "\($0.observation) \($0.reason.rawValue)" } }
}
