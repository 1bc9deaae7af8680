public import Kernel
public import Store

/// The work that lines up with one priority of a treaty's conference, and the work of Parties that lines up with none
/// (A29).
public struct AlignedWork: Sendable, Hashable {
  /// Nil gathers the activities of Parties for which nobody stated an alignment.
  public let priority: String?
  public let aligned: [Activity.ID]
  public let partly: [Activity.ID]
  public let notAligned: [Activity.ID]

  /// - Parameters:
  ///   - activities: the activities of countries that are Parties.
  public static func table(of activities: [Activity], _ alignments: [Alignment]) -> [AlignedWork] {
    let byPriority = Dictionary(grouping: alignments, by: \.priority)
    var rows = byPriority.keys.sorted().map { priority in
      func those(_ verdict: Alignment.Verdict) -> [Activity.ID] {
        (byPriority[priority] ?? []).filter { $0.verdict == verdict }.map(\.activity)
      }
      return AlignedWork(
        priority: priority, aligned: those(.aligned), partly: those(.partly), notAligned: those(.notAligned))
    }
    let judged = Set(alignments.map(\.activity))
    let unjudged = activities.map(\.id).filter { !judged.contains($0) }
    if !unjudged.isEmpty {
      rows.append(AlignedWork(priority: nil, aligned: [], partly: [], notAligned: unjudged))
    }
    return rows
  }
}

extension Connection {
  /// Activities by priority of the conference, those of Parties without any last.
  ///
  /// - Parameters:
  ///   - parties: the countries that are bound on the day.
  ///   - day: activities that begin later are left out, and what was said of them.
  public func alignedWork(of parties: Set<Country>, on day: Day) throws -> [AlignedWork] {
    let known = try all(Activity.self, "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY id")
    let ids = Set(known.map(\.id))
    return AlignedWork.table(
      of: known.filter { $0.country.map(parties.contains) ?? false },
      try all(Alignment.self, "ORDER BY id").filter { ids.contains($0.activity) })
  }
}
