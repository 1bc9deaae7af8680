public import Kernel

/// A number of the programme that was made of its projects' numbers, with what it takes to answer why it is what it is.
public struct RolledUp: Composed {
  public enum Method: String, Code {
    case countedOnce = "counted-once"
    case sum, ratio
    case notAdded = "not-added"
  }
  /// Why there is no number.
  public enum Absence: String, Code {
    case nothingReported = "nothing-reported"
    /// Its kind has no sum: an index, a share of answers.
    case notAdded = "not-added"
    /// The sum that it would be divided by is not above zero.
    case noDenominator = "no-denominator"
    /// The sum is more than a number can hold.
    case tooLarge = "too-large"
  }
  public var indicator: String
  /// The indicator's name in the charter.
  public var name: Translated
  /// air, water, soil ...; numbers of several media are never added.
  public var medium: String?
  /// The areas whose projects it is made of.
  public var areas: [String]
  public var method: Method
  /// As sure as its weakest part; a range where some of what was counted is not named.
  public var value: Figure?
  public var absence: Absence?
  /// From the first to the last year of its parts.
  public var years: Period
  /// Projects of the areas on record on the day.
  public var projects: Int
  /// Those of which no number is on record, by id.
  public var silent: [String]
  public var parts: [RolledPart]
  public var leftOut: [LeftOut]
  /// What the charter says that makes it so.
  public var rules: [RuleLine]

  public static let schema = Schema(
    "rolled-up", RolledUp.init,
    Field("indicator", \.indicator),
    Field("name", \.name),
    Field("medium", \.medium),
    Field("areas", \.areas),
    Field("method", \.method),
    Field("value", \.value),
    Field("absence", \.absence),
    Field("years", \.years),
    Field("projects", \.projects),
    Field("silent", \.silent),
    Field("parts", \.parts),
    Field("left_out", \.leftOut),
    Field("rules", \.rules))

  /// Projects of which any number is on record, counted here or left out.
  public var reported: Int { projects - silent.count }
  /// Whether two assessments of one project and year differ somewhere in it.
  public var isDisputed: Bool { parts.contains { $0.isDisputed } }
}

/// One number that a rolled-up number is made of.
public struct RolledPart: Composed {
  /// On which side of a ratio it stands.
  public enum Side: String, Code { case numerator, denominator }
  public var observation: String
  public var activity: String
  public var indicator: String
  public var side: Side?
  public var year: When?
  public var amount: Figure
  /// Of counted things, those that no part before it named.
  public var counts: [String]
  /// How many more it counts and does not name.
  public var unnamed: Int
  /// Whether another assessment of the same project and year says something else.
  public var isDisputed: Bool
  public var provenance: Provenance

  public static let schema = Schema(
    "rolled-part", RolledPart.init,
    Field("observation", \.observation),
    Field("activity", \.activity),
    Field("indicator", \.indicator),
    Field("side", \.side),
    Field("year", \.year),
    Field("amount", \.amount),
    Field("counts", \.counts),
    Field("unnamed", \.unnamed),
    Field("is_disputed", \.isDisputed),
    Field("provenance", \.provenance))
}

/// A number, or what it counts, that is on record and not in the sum.
public struct LeftOut: Composed {
  public enum Reason: String, Code {
    case noProject = "no-project"
    /// Its activity had not begun by the day, or is not on record.
    case notOnRecord = "not-on-record"
    case outsideTheArea = "outside-the-area"
    case notAProject = "not-a-project"
    case afterTheDay = "after-the-day"
    /// The charter's kind of number has no sum.
    case notAdded = "not-added"
    /// A ratio that a project gives itself.
    case madeAgain = "made-again"
    case noValue = "no-value"
    case otherUnit = "other-unit"
    /// Part of a thing, or fewer than none.
    case notACount = "not-a-count"
    case superseded
    /// Another assessment of the same project and year says something else, and comes first by id.
    case disputed
    case repeated
    /// Of another place than the one that counts; the two may overlap.
    case otherScope = "other-scope"
    /// The other parts of its ratio are missing for the year.
    case unpaired
    case alreadyCounted = "already-counted"
  }
  public var observation: String
  public var activity: String?
  public var indicator: String
  public var year: When?
  public var amount: Figure
  public var reason: Reason
  /// What another part counts already.
  public var counts: [String]
  /// The observation that stands instead.
  public var instead: String?
  /// Indicators whose numbers are missing beside it.
  public var lacks: [String]

  public static let schema = Schema(
    "left-out", LeftOut.init,
    Field("observation", \.observation),
    Field("activity", \.activity),
    Field("indicator", \.indicator),
    Field("year", \.year),
    Field("amount", \.amount),
    Field("reason", \.reason),
    Field("counts", \.counts),
    Field("instead", \.instead),
    Field("lacks", \.lacks))
}

extension LeftOut {
  init(
    _ observation: Observation, _ reason: Reason, counts: [String] = [], instead: Observation.ID? = nil,
    lacks: [String] = []
  ) {
    self.init(
      observation: observation.id.text, activity: observation.activity?.text,
      indicator: observation.indicator, year: observation.referenceYear, amount: observation.amount,
      reason: reason, counts: counts, instead: instead?.text, lacks: lacks)
  }
}

/// A place in the charter.
public struct RuleLine: Composed {
  /// lake/2027.yaml
  public var file: String
  /// indicators.countries
  public var path: String
  /// Counted from 1.
  public var line: Int

  public static let schema = Schema(
    "rule-line", RuleLine.init,
    Field("file", \.file),
    Field("path", \.path),
    Field("line", \.line))
}
