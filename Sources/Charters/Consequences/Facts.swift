public import Kernel

/// What the records of a partnership contribute to the consequences of a linkage, on one day. A plain value: whoever
/// has a store fills it, a test writes it down.
public struct Facts: Sendable, Hashable {
  /// A session or meeting that had begun by the day.
  public struct Sitting: Sendable, Hashable {
    /// The record, as `session/pag-1`.
    public let record: String
    public let body: String
    /// Numbered sessions that do not follow each other have one between them that nobody dated.
    public let number: Int?
    public let since: Day
    public let until: Day
    public let source: [String]

    public init(record: String, body: String, number: Int?, since: Day, until: Day, source: [String] = []) {
      self.record = record
      self.body = body
      self.number = number
      self.since = since
      self.until = until
      self.source = source
    }
  }
  public struct Work: Sendable, Hashable {
    public let record: String
    public let areas: [String]
    public let stream: String?
    public let nature: String?

    public init(record: String, areas: [String], stream: String?, nature: String?) {
      self.record = record
      self.areas = areas
      self.stream = stream
      self.nature = nature
    }
  }
  /// What a planned action needs, and what of it is secured.
  public struct Need: Sendable, Hashable {
    public let record: String
    public let area: String?
    public let stream: String?
    /// Nil where the activities that carry it out are of several natures, or of none on record.
    public let nature: String?
    public let need: Amount?
    public let secured: Amount?
    public let source: [String]

    public init(
      record: String, area: String?, stream: String? = nil, nature: String?, need: Amount?, secured: Amount?,
      source: [String] = []
    ) {
      self.record = record
      self.area = area
      self.stream = stream
      self.nature = nature
      self.need = need
      self.secured = secured
      self.source = source
    }
  }
  /// Money promised or given.
  public struct Gift: Sendable, Hashable {
    public let record: String
    public let window: String?
    /// The area it is bound to; nil where it is bound to none.
    public let earmark: String?
    public let amount: Amount
    public let source: [String]

    public init(record: String, window: String?, earmark: String?, amount: Amount, source: [String] = []) {
      self.record = record
      self.window = window
      self.earmark = earmark
      self.amount = amount
      self.source = source
    }
  }
  /// A number that a record states, or a count of records.
  public struct Count: Sendable, Hashable {
    public let value: Double
    public let records: [String]
    public let source: [String]

    public init(_ value: Double, records: [String], source: [String] = []) {
      self.value = value
      self.records = records
      self.source = source
    }
  }
  /// A reporting period that had begun by the day.
  public struct Cycle: Sendable, Hashable {
    public let record: String
    public let since: Day?
    public let months: Int?
    public let isRunning: Bool
    public let source: [String]

    public init(record: String, since: Day? = nil, months: Int?, isRunning: Bool, source: [String] = []) {
      self.record = record
      self.since = since
      self.months = months
      self.isRunning = isRunning
      self.source = source
    }
  }
  /// A governing text in force.
  public struct Text: Sendable, Hashable {
    public let record: String
    /// framework, guidelines ...
    public let document: String
    /// The areas it holds for; none means all.
    public let areas: [String]
    public let source: [String]

    public init(record: String, document: String, areas: [String] = [], source: [String] = []) {
      self.record = record
      self.document = document
      self.areas = areas
      self.source = source
    }
  }

  public var sittings: [Sitting] = []
  /// When bodies exist, where a record says so.
  public var bodies: [String: Period] = [:]
  /// The phases of each treaty and when they began, oldest first.
  public var phases: [String: [Phase]] = [:]
  public struct Phase: Sendable, Hashable {
    public let phase: String
    public let since: Day
    public init(_ phase: String, since: Day) {
      self.phase = phase
      self.since = since
    }
  }
  /// Areas that there are on the day; nil takes those of the charter.
  public var areas: [String]?
  /// What records call the areas, those the charter does not name among them.
  public var areaNames: [String: Translated] = [:]
  /// When areas are to end or ended.
  public var ends: [String: Day] = [:]
  public var work: [Work] = []
  public var needs: [Need] = []
  public var pledges: [Gift] = []
  public var received: [Gift] = []
  /// Budget lines whose amount a record states.
  public var budgeted: Set<String> = []
  public var partners: Count?
  /// Governments among the partners, who answer as Parties too.
  public var governments: Count?
  public var posts: Count?
  public var cycles: [Cycle] = []
  public var texts: [Text] = []
  /// Records of the reporting lines, by the line's id.
  public var lines: [String: String] = [:]
  /// Reports that were handed over, which no switch moves.
  public var reportsSent: [String] = []

  public init() {}
}
