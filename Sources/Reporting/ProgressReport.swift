public import Kernel
public import Workplan

/// The progress report of one cycle: everything in it stands in a record, and says in which.
///
/// The portal's page, the JSON and the CSV are all made of this one value.
public struct ProgressReport: Composed {
  public var cycle: CycleLine
  /// The day on which areas, posts and members were counted.
  public var asOf: Day
  /// To whom each part goes, and by which rule.
  public var addressees: [AddresseeLine]
  public var members: MemberSection
  /// The part of developing countries among members, active and reporting partners (A12).
  public var participation: [Participation]
  public var areas: [AreaLine]
  /// Activities by mode of delivery; the mode is nil where no source states one.
  public var modes: [ModeSection]
  /// The work that mobilises society, by its level (N4a).
  public var levels: [LevelLine]
  /// How the work of Parties follows the conference (A29).
  public var alignment: AlignmentSection
  public var posts: [PostLine]
  /// Full-time equivalents of the posts held on the day; at most, where a share of time is not stated (A3).
  public var staffing: Figure?
  /// Partners to a post, where one exact count is known (R115).
  public var partnersPerPost: Figure?
  public var observations: [ObservationLine]
  /// What the charter has carried up from projects, each number with its parts (P2).
  public var rolledUp: [RolledUp]
  public var finance: FinanceSection
  /// What priority actions need and do not have (A12).
  public var shortfall: ShortfallSection
  public var weaknesses: [WeaknessLine]
  public var requests: [RequestLine]
  /// Every source that a line names.
  public var sources: [String]

  public static let schema = Schema(
    "progress-report", ProgressReport.init,
    Field("cycle", \.cycle),
    Field("as_of", \.asOf),
    Field("addressees", \.addressees),
    Field("members", \.members),
    Field("participation", \.participation),
    Field("areas", \.areas),
    Field("modes", \.modes),
    Field("levels", \.levels),
    Field("alignment", \.alignment),
    Field("posts", \.posts),
    Field("staffing", \.staffing),
    Field("partners_per_post", \.partnersPerPost),
    Field("observations", \.observations),
    Field("rolled_up", \.rolledUp),
    Field("finance", \.finance),
    Field("shortfall", \.shortfall),
    Field("weaknesses", \.weaknesses),
    Field("requests", \.requests),
    Field("sources", \.sources))
}

/// The cycle it is about.
public struct CycleLine: Composed {
  public var record: String
  public var period: Period
  public var months: Int?
  public var document: String?
  public var provenance: Provenance

  public static let schema = Schema(
    "cycle-line", CycleLine.init,
    Field("record", \.record),
    Field("period", \.period),
    Field("months", \.months),
    Field("document", \.document),
    Field("provenance", \.provenance))
}

/// Where one part of the partnership reports to. A part that is tied to a treaty may go elsewhere than the rest.
public struct AddresseeLine: Composed {
  /// `default`, or the area or stream that has a linkage of its own.
  public var part: String
  /// Nil where no rule names anyone.
  public var body: String?
  public var name: Translated?
  /// The line of the charter that sends the report.
  public var line: String
  /// The rule it follows from: one sentence.
  public var rule: Translated
  public var provenance: Provenance

  public init(
    part: String, body: String?, name: Translated?, line: String, rule: Translated, provenance: Provenance
  ) {
    self.part = part
    self.body = body
    self.name = name
    self.line = line
    self.rule = rule
    self.provenance = provenance
  }
  public static let schema = Schema(
    "addressee-line", AddresseeLine.init(part:body:name:line:rule:provenance:),
    Field("part", \.part),
    Field("body", \.body),
    Field("name", \.name),
    Field("line", \.line),
    Field("rule", \.rule),
    Field("provenance", \.provenance))
}
