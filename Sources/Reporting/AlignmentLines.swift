internal import Governance
public import Kernel
internal import Registry
public import Store
internal import Workplan

/// How the work of Parties lines up with what the treaty's conference asks (A29).
public struct AlignmentSection: Composed {
  /// How many States are bound on the day; nobody owes the conference anything before the first.
  public var parties: Int
  public var priorities: [PriorityLine]

  public static let schema = Schema(
    "alignment-section", AlignmentSection.init,
    Field("parties", \.parties),
    Field("priorities", \.priorities))
}

/// One priority, with the activities that were held against it.
public struct PriorityLine: Composed {
  /// Nil gathers activities of Parties of which nobody says how they line up.
  public var priority: String?
  public var activities: [AlignedLine]

  public static let schema = Schema(
    "priority-line", PriorityLine.init,
    Field("priority", \.priority),
    Field("activities", \.activities))
}

public struct AlignedLine: Composed {
  public var activity: String
  public var areas: [String]
  public var text: Translated
  /// aligned, partly or not-aligned; nil where nobody says.
  public var verdict: String?
  /// The record that says so; nil where there is none.
  public var alignment: String?
  /// Of the alignment, or else of the activity.
  public var provenance: Provenance

  public static let schema = Schema(
    "aligned-line", AlignedLine.init,
    Field("activity", \.activity),
    Field("areas", \.areas),
    Field("text", \.text),
    Field("verdict", \.verdict),
    Field("alignment", \.alignment),
    Field("provenance", \.provenance))
}

extension Connection {
  /// The work of those bound on a day by a treaty that the charter names, by priority of its conference.
  public func alignment(on day: Day) throws -> AlignmentSection {
    let treaties = Set(try all(TreatyPhase.self, "ORDER BY id").map(\.treaty.text)).sorted()
    let parties = try parties(to: treaties, on: day)
    let said = Dictionary(grouping: try all(Alignment.self, "ORDER BY id"), by: \.activity)
    return AlignmentSection(
      parties: parties.count,
      priorities: try alignedWork(of: parties, on: day).map { row in
        let activities = row.aligned + row.partly + row.notAligned
        return PriorityLine(
          priority: row.priority,
          activities: try activities.compactMap { id in
            guard let activity = try one(id) else { return nil }
            let alignment = said[id]?.first { $0.priority == row.priority }
            return AlignedLine(
              activity: id.text, areas: activity.areas, text: activity.text,
              verdict: alignment?.verdict.rawValue, alignment: alignment?.id.text,
              provenance: alignment?.provenance ?? activity.provenance)
          })
      })
  }
}
