public import Charters
public import Governance
public import Kernel
public import Store
public import Workplan

/// How one stream stands to the treaty on a day. It serves the treaty from the phase that the charter names, which is
/// entry into force; what is done earlier prepares that role (A20).
public struct StreamService: Sendable, Hashable {
  public let stream: String
  /// When the phase began in which it serves the treaty; nil while that is to come.
  public let servesSince: When?
  /// Activities of earlier phases: preparation.
  public let preparing: [Activity.ID]
  /// Activities of that phase or a later one.
  public let serving: [Activity.ID]
  /// Activities of which nobody says when they run.
  public let undated: [Activity.ID]

  public var serves: Bool { servesSince != nil }

  /// - Parameters:
  ///   - begins: the phase from which it serves: in-force.
  ///   - phases: the phases of the treaty that have begun.
  ///   - activities: those of the stream.
  public static func of(
    _ stream: String, from begins: String, _ phases: [TreatyPhase], _ activities: [Activity]
  ) -> StreamService {
    let since = phases.first { $0.phase == begins }?.since
    func serves(_ activity: Activity) -> Bool? {
      if let phase = activity.phase.flatMap(TreatyPhase.order.firstIndex) {
        return TreatyPhase.order.firstIndex(of: begins).map { phase >= $0 }
      }
      guard let begun = activity.period.since, let since else { return nil }
      return begun.first >= since.first
    }
    return StreamService(
      stream: stream, servesSince: since, preparing: activities.filter { serves($0) == false }.map(\.id),
      // What runs in a phase to come cannot serve yet.
      serving: since == nil ? [] : activities.filter { serves($0) == true }.map(\.id),
      undated: activities.filter { serves($0) == nil }.map(\.id))
  }
}

extension Connection {
  /// How each stream of a charter stands to its treaty on a day; none where the charter does not say when roles begin.
  public func streamServices(of charter: Charter, on day: Day) throws -> [StreamService] {
    guard let role = charter.streamRole, let treaty = charter.treaties.first else { return [] }
    let phases = try phases(of: Treaty.ID(treaty.id)).filter { $0.since.first <= day }
    let activities = try all(Activity.self, "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY id")
    return charter.streams.map { stream in
      .of(stream.id, from: role.begins, phases, activities.filter { $0.stream == stream.id })
    }
  }
}
