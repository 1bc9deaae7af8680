public import Kernel
internal import Workplan

/// The work that mobilises society, at one of its levels (N4a).
public struct LevelLine: Composed {
  /// A word of the charter: national, sector, community ... Nil where no source says at which level it works.
  public var level: String?
  public var activities: [LevelActivity]

  public static let schema = Schema(
    "level-line", LevelLine.init,
    Field("level", \.level),
    Field("activities", \.activities))
}

public struct LevelActivity: Composed {
  public var record: String
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "level-activity", LevelActivity.init,
    Field("record", \.record),
    Field("text", \.text),
    Field("provenance", \.provenance))
}

extension LevelLine {
  /// Those of the function `mobilise`, and whatever else names a level. In the order of the words; without one last.
  static func table(of activities: [Activity]) -> [LevelLine] {
    let mobilising = activities.filter { $0.function == "mobilise" || $0.societyLevel != nil }
    let groups = Dictionary(grouping: mobilising, by: \.societyLevel)
    return groups.keys.sorted { ($0 ?? "~") < ($1 ?? "~") }.map { level in
      LevelLine(
        level: level,
        activities: (groups[level] ?? []).map {
          LevelActivity(record: $0.id.text, text: $0.text, provenance: $0.provenance)
        })
    }
  }
}
