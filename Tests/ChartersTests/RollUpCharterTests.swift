import Charters
import Kernel
import Testing

/// What a charter may say of numbers that are carried up, and each slip with its line.
@Suite struct RollUpCharterTests {
  private static let list = "      indicators: [countries, alternatives-demonstrated, cofinancing-ratio]\n"
  private static let first = "  countries-using-ddt:"

  private static func reading(
    _ changes: [(old: String, new: String)]
  ) throws -> (reading: CharterReading, text: String) {
    var text = try ModelCharterTests.text("ddt/2010")
    for change in changes {
      #expect(text.contains(change.old), "the charter no longer holds: \(change.old)")
      text = text.replacing(change.old, with: change.new, maxReplacements: 1)
    }
    return (Charter.read(Array(text.utf8), name: "2010.yaml"), text)
  }

  @Test func r137_theRuleFollowsFromTheKindOfTheIndicator() throws {
    let (reading, text) = try Self.reading([])
    let rules = try #require(reading.charter).rollUpRules()
    #expect(rules.map(\.indicator.id) == ["countries", "alternatives-demonstrated", "cofinancing-ratio"])
    let formula = try #require(RatioFormula("cofinancing / (grant + preparation)"))
    #expect(rules.map(\.method) == [.countedOnce, .countedOnce, .ratio(formula)])
    #expect(rules[2].taken.mapValues(\.unit) == ["cofinancing": "USD", "grant": "USD", "preparation": "USD"])
    #expect(rules.map { $0.branches.map(\.area) } == Array(repeating: ["demonstration-projects"], count: 3))
    #expect(rules[0].branches[0].rollUp.projects == ["project"])
    #expect(rules[0].branches[0].rollUp.why?.text(in: .en).text.hasPrefix("The evaluation had to") == true)
    #expect(rules[0].branches[0].rollUp.ground.line == CharterFiles.line(of: "    roll-up:", in: text))
    #expect(rules[0].file == "ddt/2010.yaml")
    #expect(rules[2].indicator.ground.line == CharterFiles.line(of: "  cofinancing-ratio: {", in: text))
    #expect(try #require(reading.charter).rollUpRules(of: "nowhere").isEmpty)
  }

  /// What several areas carry up is made of the projects of all of them.
  @Test func theProgrammeTakesTheProjectsOfEveryArea() throws {
    let second = """
      areas:
        pilots: {name: {fr: Pilotes, en: Pilots}, since: 2009, roll-up: {to: programme, indicators: [cofinancing, countries], projects: [pilot, trial]}}

      """
    let charter = try #require(try Self.reading([("areas:\n", second)]).reading.charter)
    let rules = charter.rollUpRules()
    #expect(
      rules.map(\.indicator.id) == [
        "cofinancing", "countries", "alternatives-demonstrated", "cofinancing-ratio",
      ])
    #expect(rules[1].branches.map(\.area) == ["pilots", "demonstration-projects"])
    #expect(rules[1].branches.map(\.rollUp.projects) == [["pilot", "trial"], ["project"]])
    #expect(rules[0].branches.map(\.area) == ["pilots"] && rules[0].method == .sum)
    #expect(charter.rollUpRules(of: "pilots").map(\.indicator.id) == ["cofinancing", "countries"])
  }

  @Test func aCharterThatCarriesNothingUpHasNoRule() throws {
    let charter = try #require(CharterFiles.read(try CharterFiles.text("2010")).charter)
    #expect(charter.rollUpRules().isEmpty)
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let code: String
    let sentence: String
    /// A part of the line that the finding names.
    let at: String
    var testDescription: String { sentence }
  }

  static let slips = [
    Slip(
      old: "to: programme\n      indicators", new: "to: program\n      indicators", code: "word",
      sentence:
        "areas.demonstration-projects.roll-up.to: “program” is not one of programme; did you mean “programme”?",
      at: "to: program"),
    Slip(
      old: "      to: programme\n      indicators", new: "      indicators", code: "roll-up",
      sentence: "areas.demonstration-projects.roll-up does not say where to; write to: programme",
      at: "    roll-up:"
    ),
    Slip(
      old: list, new: "", code: "roll-up",
      sentence:
        "areas.demonstration-projects.roll-up names no indicator; list those that are carried up under indicators",
      at: "    roll-up:"),
    Slip(
      old: "indicators: [countries, alt", new: "indicators: [contries, alt", code: "dangling-reference",
      sentence:
        "areas.demonstration-projects.roll-up.indicators names the indicator “contries”, which this charter does not declare; did you mean “countries”?",
      at: "[contries"),
    Slip(
      old: "indicators: [countries, alt", new: "indicators: [countries, countries, alt", code: "roll-up",
      sentence: "areas.demonstration-projects.roll-up.indicators names “countries” twice; once is enough",
      at: "[countries, countries"),
    Slip(
      old: "unit: country, kind: count, counted: once", new: "unit: country, counted: once", code: "roll-up",
      sentence:
        "indicators.countries has no kind, so that nobody can tell whether it is added; write one, such as count or sum",
      at: "  countries: {"),
    Slip(
      old: "unit: country, kind: count, counted: once", new: "kind: count", code: "roll-up",
      sentence: "indicators.countries has no unit; numbers are added in one unit only, so name it",
      at: "  countries: {"),
    Slip(
      old: "counted: once", new: "counted: twice", code: "word",
      sentence: "indicators.countries.counted: “twice” is not one of once, each", at: "counted: twice"),
    Slip(
      old: "en: Grant of the Facility}, unit: USD, kind: sum",
      new: "en: Grant of the Facility}, unit: USD, kind: sum, counted: once", code: "counted",
      sentence: "indicators.grant is of kind sum, which counts no things; leave “counted” out",
      at: "kind: sum, counted: once"),
    Slip(
      old: "roll-up:\n      to", new: "roll-up:\n      project: [pilot]\n      to", code: "unknown-key",
      sentence:
        "areas.demonstration-projects.roll-up knows no key “project”; did you mean “projects”?", at: "[pilot]"
    ),
    Slip(
      old: ", formula: cofinancing / (grant + preparation)", new: "", code: "formula",
      sentence:
        "indicators.cofinancing-ratio is a ratio without a formula, so that it cannot be made again from its parts; write a sum of indicators over a sum of indicators, such as a / (b + c)",
      at: "  cofinancing-ratio: {"),
    Slip(
      old: "cofinancing / (grant + preparation)", new: "cofinancing / grant + preparation", code: "formula",
      sentence:
        "indicators.cofinancing-ratio.formula: “cofinancing / grant + preparation” cannot be made again from its parts; write a sum of indicators over a sum of indicators, such as a / (b + c)",
      at: "grant + preparation"),
    Slip(
      old: "cofinancing / (grant + preparation)", new: "cofinancing / (grant + preparations)",
      code: "dangling-reference",
      sentence:
        "indicators.cofinancing-ratio.formula names the indicator “preparations”, which this charter does not declare; did you mean “preparation”?",
      at: "preparations"),
    Slip(
      old: "cofinancing / (grant + preparation)", new: "cofinancing / (grant + countries)", code: "formula",
      sentence:
        "indicators.cofinancing-ratio.formula names countries, which is of kind count; a ratio is made of sums: of indicators of kind sum, or counts that are counted: each",
      at: "(grant + countries)"),
    Slip(
      old: "en: Preparation grant}, unit: USD", new: "en: Preparation grant}, unit: EUR", code: "units",
      sentence:
        "indicators.cofinancing-ratio.formula adds EUR and USD; each side of a ratio is in one unit",
      at: "formula: cofinancing"),
    Slip(
      old: "unit: USD/USD", new: "unit: USD", code: "units",
      sentence:
        "indicators.cofinancing-ratio is in USD, and its formula gives USD/USD; write USD/USD or \"%\"",
      at: "formula: cofinancing"),
  ]

  @Test(arguments: slips) func aSlipIsOneSentenceWithItsLine(slip: Slip) throws {
    let (reading, text) = try Self.reading([(slip.old, slip.new)])
    let found = try #require(reading.faults.first { $0.sentence == slip.sentence }, "\(reading.faults)")
    #expect(found.code == slip.code)
    #expect(found.line == CharterFiles.line(of: slip.at, in: text))
    #expect(reading.faults.count == 1, "\(reading.faults)")
    #expect(reading.charter == nil)
  }

  /// An index may be named: each project's is then shown, and none is added.
  @Test(arguments: ["composite", "response-rate", "latest", "balance"])
  func r137_whatHasNoSumIsAWarning(kind: String) throws {
    let (reading, text) = try Self.reading([
      ("indicators: [countries,", "indicators: [trial, countries,"),
      (Self.first, "  trial: {name: {fr: Essai, en: Trial}, kind: \(kind)}\n\(Self.first)"),
    ])
    #expect(reading.faults.isEmpty)
    let warning = try #require(reading.warnings.first)
    #expect(
      warning.sentence
        == "areas.demonstration-projects.roll-up.indicators names trial, and a number of kind \(kind) is not added: each project's stands for itself; added are count, count-with-threshold, ratio, sum"
    )
    #expect(warning.line == CharterFiles.line(of: "[trial, countries", in: text))
    #expect(try #require(reading.charter).rollUpRules().map(\.method).first == .notAdded)
  }

  @Test(arguments: [
    ("a / b", ["a"], ["b"]), ("a/(b+c)", ["a"], ["b", "c"]),
    (" ( a + b ) / ( b + c-d ) ", ["a", "b"], ["b", "c-d"]), ("(a) / b", ["a"], ["b"]),
  ])
  func aFormulaIsTwoSums(text: String, above: [String], below: [String]) throws {
    let formula = try #require(RatioFormula(text))
    #expect(formula.numerator == above && formula.denominator == below)
  }

  @Test(arguments: [
    "", "a", "/", "a /", "/ b", "a / b / c", "a + b / c", "a / b + c", "a - b / c", "2 / b", "a / (b + b)",
    "(a / b)", "a / ()", "a / (b +)", "a / (b", "A / b", "a * b / c", "a / ((b + c))",
  ])
  func anythingElseIsNoFormula(text: String) { #expect(RatioFormula(text) == nil) }

  @Test func aPercentageIsOfOneUnit() throws {
    let (reading, _) = try Self.reading([("unit: USD/USD", "unit: \"%\"")])
    #expect(reading.faults.isEmpty)
  }
}
