internal import Foundation
internal import Kernel
internal import Logging
internal import ServiceLifecycle
internal import Store

/// Gives the followers of one store their turns while the server runs.
struct FollowerService: Service {
  private let database: any RecordStore
  private let followers: [Follower]
  private let logger: Logger
  /// Names this process among all that share the store.
  private let runner =
    "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier):\(UUID())"

  init(_ database: any RecordStore, _ followers: [Follower], _ logger: Logger) {
    self.database = database
    self.followers = followers
    self.logger = logger
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        for follower in followers { group.addTask { await give(follower) } }
      }
    }
  }

  private func give(_ follower: Follower) async {
    while !Task.isCancelled {
      do {
        if case .done = try await database.turn(follower, by: runner) { continue }
      } catch is CancellationError { return } catch {
        logger.warning("the follower \(follower.name) has no turn", metadata: ["reason": "\(error)"])
      }
      try? await Task.sleep(for: .seconds(1))
    }
  }
}
