public import Kernel

/// One thing that the checks of a portfolio tell, with the record it is about. The sentence is the reader's language's.
public struct PortfolioFinding: Sendable, Hashable {
  /// What is told, in the order in which it is listed.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case areaWithoutLead = "area-without-lead"
    case areaDormant = "area-dormant"
    case areaPastEnd = "area-past-planned-end"
    case areaWithoutActivity = "area-without-activity"
    case partnerSilent = "partner-silent"
    case partnerUndated = "partner-undated"
    case actionWithoutMeans = "action-without-means"
    case activityWithoutMeans = "activity-without-means"
    case donorConcentrated = "donor-concentrated"
    case pledgeUnpaid = "pledge-unpaid"
    case activitiesOverlap = "activities-overlap"
    case activityServesNobody = "activity-serves-nobody"
  }
  /// A record by its kind and id, with the name it is shown by.
  public struct Subject: Sendable, Hashable {
    public let kind: String
    public let id: String
    public let name: Translated

    init<R: Record>(_ record: R, _ name: Translated) {
      kind = R.kind
      id = record.id.text
      self.name = name
    }
    init<R: Record>(_ record: R, _ name: String) { self.init(record, Translated(.en, name)) }
  }
  /// What stands in a placeholder of the sentence.
  public enum Value: Sendable, Hashable {
    case name(Translated)
    case word(String)
    case date(When)
    case percent(Double)
    case money(Money)
  }

  public let code: Code
  /// Yellow or red.
  public let light: Light
  public let about: Subject
  /// The other record, where it takes two.
  public let with: Subject?
  public let values: [String: Value]

  init(
    _ code: Code, _ light: Light, _ about: Subject, with other: Subject? = nil,
    _ values: [String: Value] = [:]
  ) {
    self.code = code
    self.light = light
    self.about = about
    with = other
    self.values = values.merging(
      ["name": .name(about.name), "id": .word(about.id)], uniquingKeysWith: { own, _ in own })
  }
}

extension PortfolioFinding {
  /// Red before yellow, then the order of the codes, then the records by id: no two findings stand level.
  static func stand(_ a: PortfolioFinding, before b: PortfolioFinding) -> Bool { a.place < b.place }

  private typealias Place = (Int, Int, String, String, String)
  private var place: Place {
    let detail = ["currency", "kind"].map { key in
      if case .word(let word)? = values[key] { word } else { "" }
    }.joined(separator: " ")
    return (
      light == .red ? 0 : 1, Code.allCases.firstIndex(of: code) ?? 0, about.id, with?.id ?? "",
      detail + (donor ?? "")
    )
  }
  private var donor: String? {
    if case .word(let word)? = values["donor"] { word } else { nil }
  }
}
