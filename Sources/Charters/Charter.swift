public import Kernel

/// The agreement of one partnership, in one edition, as the software reads it. What it does not name typed it keeps in
/// the file.
public struct Charter: Sendable {
  /// A name with what it rests on.
  public struct Named: Sendable, Hashable {
    public let id: String
    public let name: Translated
    public let ground: Ground
  }
  /// A nature of measures and approaches; every one is of one of three classes (N2).
  public struct Nature: Sendable, Hashable {
    public enum Class: String, Sendable, Hashable, CaseIterable { case binding, voluntary, interim }
    public let id: String
    public let name: Translated
    public let `class`: Class
    /// Whose choice it is, where the class leaves it open: party, parties-together (A18).
    public let by: String?
    /// By which turns of a treaty text it is recognised, as the charter names them: may, are-encouraged-to ...
    public let wordings: [String]
    /// Through which mechanisms several act together.
    public let through: [String]
    public let ground: Ground
  }
  public struct Phase: Sendable, Hashable {
    /// The phases of a treaty, the earliest first.
    public static let order = ["negotiating", "adopted", "in-force"]
    public let phase: String
    public let since: When
    public let ground: Ground
  }
  public struct Treaty: Sendable, Hashable {
    public let id: String
    public let name: Translated
    public let phases: [Phase]
    public let bodies: [String]
    /// yes, no, general-statement, undecided or unknown.
    public let mentionsPartnerships: String
    public let mentionsGround: Ground
    /// The same words, and partly (A40).
    public let saysHowToImplement: String
    public let saysHowGround: Ground
    public let ground: Ground
  }
  public struct Body: Sendable, Hashable {
    public let id: String
    public let name: Translated
    /// advisory, treaty, secretariat, executive, mandating ...
    public let kind: String
    public let partOf: String?
    public let treaty: String?
    public let period: Period
    /// The phase of the treaty from which it exists.
    public let fromPhase: String?
    /// How often it meets, in the charter's words: 24 months, any-day.
    public let meets: String?
    public let meetsGround: Ground
    public let ground: Ground
  }
  public struct Area: Sendable, Hashable {
    public let id: String
    public let name: Translated
    public let since: When?
    public let notAfter: When?
    public let until: When?
    public let sinceGround: Ground
    public let themes: [String]
    public let themesGround: Ground
    public let isBeyondSubstance: Bool
    /// What is said of a planned end: limited-life; nil where nothing is.
    public let plannedEnd: String?
    public let plannedEndOn: When?
    /// The planned end in the charter's own sentence.
    public let plannedEndName: Translated?
    /// Nil where no number of its projects is carried up.
    public let rollUp: RollUp?
    public let ground: Ground
  }
  public struct Category: Sendable, Hashable {
    public let id: String
    public let name: Translated
    /// A main or movable sector, or `declared`: the partner picks one.
    public let sector: String
    public let ground: Ground
  }
  public struct MovableSector: Sendable, Hashable {
    public let id: String
    public let name: Translated
    /// The main sector it is counted in.
    public let countedIn: String
    public let isShownApart: Bool
  }
  public struct Mechanism: Sendable, Hashable {
    public let id: String
    public let isEnabled: Bool
    public let stream: String?
    public let ground: Ground
  }
  public struct Document: Sendable, Hashable {
    public let id: String
    public let name: Translated
    public let since: When?
    public let over: [String]
    public let ground: Ground
  }
  public struct ReportingLine: Sendable, Hashable {
    public let id: String
    public let from: String
    /// A body, or `linkage`: the one that the linkage in force gives the part.
    public let to: String
    public let what: [String]
    public let when: String?
    /// How often it is owed, where the charter says it so that it can be counted.
    public let rhythm: Rhythm?
    public let hasReceipt: Bool
    public let ground: Ground
  }
  public struct Cycle: Sendable, Hashable {
    public let id: String
    public let period: Period
    public let ground: Ground
  }
  public struct Window: Sendable, Hashable {
    public let id: String
    public let name: Translated
    public let kind: String
    public let exists: Bool
    public let pays: [String]
    public let paysGround: Ground
    public let treaty: String?
    public let fromPhase: String?
    /// Who may give to it: `any`, or sectors; empty where the charter does not say.
    public let donors: [String]
    /// Whether States and others that are not bound by the treaty may give; nil where nothing is said.
    public let isBeyondParties: Bool?
    /// For what a gift may be set aside: areas, activity, donor.
    public let earmarks: [String]
    public let ground: Ground
  }
  public struct BudgetLine: Sendable, Hashable {
    public let id: String
    public let holder: String
    public let ground: Ground
  }
  public struct Decides: Sendable, Hashable {
    public let subject: String
    public let bodies: [String]
    public let rule: String?
    /// What the rule rests on: a source may name who decides and be silent on how.
    public let ruleGround: Ground
    /// Bodies that must decide too where the subject is a formal tie to a treaty.
    public let ifFormal: [String]
    public let ground: Ground
  }
  public struct Indicator: Sendable, Hashable {
    public let id: String
    public let name: Translated
    public let unit: String?
    public let kind: String?
    /// The dimensions it is kept by: medium, area, country ...
    public let by: [String]
    /// How it is worked out, in the charter's words: need - secured.
    public let formula: String?
    /// Whether a thing that several name counts once; so it does where the charter does not say `counted: each`.
    public let isCountedOnce: Bool
    /// Nil where no source states it.
    public let baseline: String?
    public let target: String?
    public let ground: Ground
  }

  public let id: String
  public let edition: String
  public let period: Period
  public let original: Language
  public let name: Translated
  public let goal: Translated
  public let goalGround: Ground
  /// What the goal sets out to do: to minimise, to eliminate where possible (R36).
  public let aims: [Named]
  /// Where releases go: air, water, soil.
  public let media: [Named]
  public let origin: Origin
  /// Nil where the charter does not say.
  public let form: GovernanceForm?
  public let responsibilities: [Responsibility]
  /// Risks, responsibilities, resources and benefits, in this order.
  public let shares: [Named]
  public let functions: [Named]
  public let levels: Levels
  public let solutions: Solutions
  public let work: Work
  public let modes: [Named]
  public let natures: [Nature]
  public let treaties: [Treaty]
  public let bodies: [Body]
  public let isNoSubsidiaryBody: Bool
  public let isNoSubsidiaryBodyGround: Ground
  public let mainSectors: [Named]
  public let movableSectors: [MovableSector]
  public let categories: [Category]
  /// What an application must state.
  public let mustState: [String]
  public let admissionGround: Ground
  public let admittedBy: [String]
  public let leavesAlways: Bool
  public let leavingGround: Ground
  public let priorities: [String]
  public let prioritiesGround: Ground
  public let areas: [Area]
  public let topics: [Area]
  public let streams: [Named]
  public let mechanisms: [Mechanism]
  public let documents: [Document]
  /// As the edition says, or as a body that may decide it decided since: see `following(_:)`.
  public internal(set) var linkage: LinkageInForce
  /// A comparison may add some of its reader: see `adding(_:in:)`.
  public internal(set) var options: [Option]
  /// What holds under every linkage; nil where the charter does not say.
  public let whateverTheLinkage: Saying?
  public let reporting: [ReportingLine]
  public let cycles: [Cycle]
  public let windows: [Window]
  public let budget: [BudgetLine]
  public let decides: [Decides]
  /// How bodies come to decisions, typed; see `DecisionRule`.
  public let rules: [DecisionRule]
  public let seatPlans: [SeatPlan]
  public let partAdoption: PartAdoption?
  public let indicators: [Indicator]
  public let attention: Attention
  public let formation: FormationRule
  public let membership: Membership
  /// What an activity states before it starts: need, intended-source (N4d).
  public let beforeStart: [String]
  /// Where its days begin and end; UTC where it names none.
  public let timeZone: DayZone
  public let rights: Rights
  /// Nil where the charter does not say.
  public let streamRole: StreamRole?
  /// Nil where the charter does not say.
  public let ambition: Ambition?

  public func body(_ id: String) -> Body? { bodies.first { $0.id == id } }

  /// The main sector that a sector counts in: itself, or the one that a movable sector is counted in (R27).
  ///
  /// - Returns: nil where the charter knows no such sector.
  public func mainSector(of sector: String) -> String? {
    if mainSectors.contains(where: { $0.id == sector }) { return sector }
    return movableSectors.first { $0.id == sector }?.countedIn
  }

  /// The sector in which partners of a sector are shown: their own where the charter shows it apart.
  public func shownSector(of sector: String) -> String? {
    if let movable = movableSectors.first(where: { $0.id == sector }), movable.isShownApart { return sector }
    return mainSector(of: sector)
  }

  /// The edition's name as people say it: gmp 2010.
  public var label: String { "\(id) \(edition)" }
}
