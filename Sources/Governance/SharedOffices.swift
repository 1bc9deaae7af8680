internal import Kernel
public import Registry
public import Store

/// One office that runs several processes under mandates of their own (R51).
public struct SharedOffice: Sendable, Hashable {
  public let office: Body
  /// One to a process; the drafts of one are not the other's.
  public let mandates: [Mandate]
}

extension Connection {
  /// The offices that run more than one process.
  public func sharedOffices() throws -> [SharedOffice] {
    let mandates = Dictionary(
      grouping: try all(Mandate.self, "WHERE run_by IS NOT NULL ORDER BY id"), by: \.runBy)
    return try mandates.keys.compactMap { $0 }.sorted { $0.text < $1.text }.compactMap { id in
      guard let office = try one(id), let run = mandates[id], Set(run.map(\.process)).count > 1 else {
        return nil
      }
      return SharedOffice(office: office, mandates: run)
    }
  }
}
