public import Charters
public import Finance
public import Kernel
public import Registry
public import Workplan

/// Everything that the checks look at, as plain values, on one day.
///
/// It stands in Reporting because only here are areas, work, money and reports all known.
public struct Portfolio: Sendable {
  public var day: Day
  /// Those that exist on the day.
  public var areas: [Area] = []
  /// Those that belong on the day.
  public var partners: [Partner] = []
  public var reports: [PartnerReport] = []
  public var activities: [Activity] = []
  public var actions: [PriorityAction] = []
  public var contributions: [Contribution] = []
  public var pledges: [Pledge] = []
  public var seats: [Seat] = []
  public var cycles: [Cycle] = []
  /// The thresholds in force.
  public var attention = Attention.unsaid
  /// Whether the charter says that activities serve the priority actions of partners.
  public var servesPartners = false

  public init(on day: Day) { self.day = day }

  /// Every finding, red ones first; the same records give the same list.
  public var findings: [PortfolioFinding] {
    (areaFindings + partnerFindings + meansFindings + donorFindings + pledgeFindings + overlapFindings
      + serviceFindings)
      .sorted(by: PortfolioFinding.stand(_:before:))
  }

  /// The light of each partner; those of whom no date is known have none (R54).
  public var lights: [Partner.ID: Light] {
    let reports = Dictionary(grouping: reports, by: \.partner)
    return Dictionary(
      partners.compactMap { partner in
        LastSign.of(partner, reports[partner.id] ?? [], by: day).map { (partner.id, light(after: $0)) }
      }
    ) { first, _ in first }
  }

  func light(after sign: LastSign) -> Light {
    .after(sign.day, yellow: attention.yellowAfterMonths, red: attention.redAfterMonths, on: day)
  }

  /// An area by its name, a topic by its word.
  func name(ofPart id: String) -> PortfolioFinding.Value {
    areas.first { $0.id.text == id }.map { .name($0.name) } ?? .word(id)
  }

  /// The cycle that the day lies in or, between two, the last one that began.
  var currentCycle: Cycle? {
    cycles.filter { $0.period.since.map { $0.first <= day } ?? false }
      .max { ($0.period.since ?? When(0), $0.id.text) < ($1.period.since ?? When(0), $1.id.text) }
  }
}
