public import Kernel

/// What a charter says of one area: which numbers of its projects are carried up, and where to (P2).
public struct RollUp: Sendable, Hashable {
  /// The only place that numbers are carried up to: the partnership as a whole.
  public static let programme = "programme"

  /// Ids of the charter's indicators, in its order.
  public let indicators: [String]
  /// The forms of activity that are its projects: project, pilot ...
  public let projects: [String]
  public let why: Translated?
  public let ground: Ground
}

/// How one number of the programme is made of the numbers of projects. The indicator's kind says how; nothing is said
/// in code for one partnership.
public struct RollUpRule: Sendable, Hashable {
  public enum Method: Sendable, Hashable {
    /// Things are counted, each once, however many projects name it.
    case countedOnce
    /// A plain quantity, added in one unit.
    case sum
    /// Made again from the sums of its parts: ratios are neither added nor averaged.
    case ratio(RatioFormula)
    /// Each project's number stands for itself.
    case notAdded
  }
  /// Where projects are taken from.
  public struct Branch: Sendable, Hashable {
    public let area: String
    public let rollUp: RollUp
  }

  /// The charter's file, as an edition is kept: lake/2027.yaml.
  public let file: String
  public let indicator: Charter.Indicator
  public let method: Method
  /// In the charter's order; one where the rule is of an area, all that carry it up where it is the programme's.
  public let branches: [Branch]
  /// The indicators whose numbers are taken, by id: its own, or the parts of a ratio.
  public let taken: [String: Charter.Indicator]

  /// Whether numbers of several places are parts of one project's number, because the charter keeps it by place.
  public var isKeptByPlace: Bool { !Set(indicator.by).isDisjoint(with: ["country", "region", "scope"]) }

  static let counts: Set<String> = ["count", "count-with-threshold"]
  /// The kinds that are added, for whoever wrote another.
  static let added = ["count", "count-with-threshold", "ratio", "sum"]
}

extension Charter {
  /// The rules by which numbers are carried up: those of one area, or of the programme.
  ///
  /// - Parameter area: nil for the programme, which takes the projects of every area that carries the indicator up.
  public func rollUpRules(of area: String? = nil) -> [RollUpRule] {
    let branches = areas.filter { area == nil || $0.id == area }.compactMap { area in
      area.rollUp.map { RollUpRule.Branch(area: area.id, rollUp: $0) }
    }
    var known: Set<String> = []
    let named = branches.flatMap(\.rollUp.indicators).filter { known.insert($0).inserted }
    return named.compactMap { id in
      indicator(id).map { indicator in
        let parts = indicator.partsOfRatio?.indicators ?? [id]
        let taken = parts.compactMap { self.indicator($0) }
        // A charter in force may be older than the checks: what it does not say is not added.
        let isSaid = taken.count == parts.count && taken.allSatisfy { $0.unit != nil }
        return RollUpRule(
          file: "\(self.id)/\(edition).yaml", indicator: indicator,
          method: isSaid ? indicator.rollUpMethod : .notAdded,
          branches: branches.filter { $0.rollUp.indicators.contains(id) },
          taken: Dictionary(uniqueKeysWithValues: taken.map { ($0.id, $0) }))
      }
    }
  }

  public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
}

extension Charter.Indicator {
  /// Whether it counts things, so that a part of one is no number of them.
  public var isCount: Bool { RollUpRule.counts.contains(kind ?? "") }

  /// Nil where it is no ratio, or its formula cannot be read.
  var partsOfRatio: RatioFormula? { kind == "ratio" ? formula.flatMap { RatioFormula($0) } : nil }

  var rollUpMethod: RollUpRule.Method {
    if let partsOfRatio { return .ratio(partsOfRatio) }
    if kind == "sum" { return .sum }
    guard isCount else { return .notAdded }
    return isCountedOnce ? .countedOnce : .sum
  }
}
