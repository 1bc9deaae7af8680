public import Kernel

/// How many partners there were: every statement of one date, side by side where sources differ.
public struct MemberSection: Composed {
  public var counts: [MemberLine]
  /// Whether the nearest count is of a day after the report's.
  public var isLater: Bool
  /// Named partners admitted on the day; the rest are known by number only.
  public var named: Int
  public var disagreements: [DisagreementLine]

  public static let schema = Schema(
    "member-section", MemberSection.init,
    Field("counts", \.counts),
    Field("is_later", \.isLater),
    Field("named", \.named),
    Field("disagreements", \.disagreements))
}

public struct MemberLine: Composed {
  public var record: String
  public var count: Figure
  public var partOf: String?
  public var category: String?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "member-line", MemberLine.init,
    Field("record", \.record),
    Field("count", \.count),
    Field("part_of", \.partOf),
    Field("category", \.category),
    Field("text", \.text),
    Field("provenance", \.provenance))
}

public struct DisagreementLine: Composed {
  public var record: String
  public var values: [String]
  public var sources: [String]
  public var shownAs: String
  public var text: Translated?

  public static let schema = Schema(
    "disagreement-line", DisagreementLine.init,
    Field("record", \.record),
    Field("values", \.values),
    Field("sources", \.sources),
    Field("shown_as", \.shownAs),
    Field("text", \.text))
}

public struct AreaLine: Composed {
  public var record: String
  public var name: Translated
  public var state: String
  /// Activities of the report that name this area.
  public var activities: Int
  public var provenance: Provenance

  public static let schema = Schema(
    "area-line", AreaLine.init,
    Field("record", \.record),
    Field("name", \.name),
    Field("state", \.state),
    Field("activities", \.activities),
    Field("provenance", \.provenance))
}

public struct ModeSection: Composed {
  public var mode: String?
  public var activities: [ActivityLine]

  public static let schema = Schema(
    "mode-section", ModeSection.init,
    Field("mode", \.mode),
    Field("activities", \.activities))
}

public struct ActivityLine: Composed {
  public var record: String
  public var form: String
  /// None where it cuts across.
  public var areas: [String]
  public var nature: String?
  public var phase: String?
  public var country: Country?
  public var period: Period
  public var state: String
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "activity-line", ActivityLine.init,
    Field("record", \.record),
    Field("form", \.form),
    Field("areas", \.areas),
    Field("nature", \.nature),
    Field("phase", \.phase),
    Field("country", \.country),
    Field("period", \.period),
    Field("state", \.state),
    Field("text", \.text),
    Field("provenance", \.provenance))
}

public struct PostLine: Composed {
  public var record: String
  public var grade: String
  public var period: Period
  /// Whole months in post on the report's day.
  public var tenure: Figure?
  /// The part of a full working time; at most one where no source states it.
  public var fullTime: Figure?
  public var funder: String?
  public var funderQualifier: Qualifier?
  public var purpose: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "post-line", PostLine.init,
    Field("record", \.record),
    Field("grade", \.grade),
    Field("period", \.period),
    Field("tenure", \.tenure),
    Field("full_time", \.fullTime),
    Field("funder", \.funder),
    Field("funder_qualifier", \.funderQualifier),
    Field("purpose", \.purpose),
    Field("provenance", \.provenance))
}

public struct ObservationLine: Composed {
  public var record: String
  public var indicator: String
  /// The project that measured it; nil for what holds of the whole, or of the world.
  public var activity: String?
  public var medium: String?
  public var scope: String
  public var amount: Figure
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "observation-line", ObservationLine.init,
    Field("record", \.record),
    Field("indicator", \.indicator),
    Field("activity", \.activity),
    Field("medium", \.medium),
    Field("scope", \.scope),
    Field("amount", \.amount),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
