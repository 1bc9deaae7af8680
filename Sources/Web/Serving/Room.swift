internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging

/// How many connections there is room for: as many as files may be open, less what stores and logs need. Beyond it new ones wait,
/// and the log says so once each time it fills.
struct Room: AvailableConnectionsDelegate {
  let most: Int
  private let logger: Logger
  private var count = 0
  private var hasTold = false

  init(most: Int, _ logger: Logger) {
    self.most = most
    self.logger = logger
  }

  mutating func connectionOpened() {
    count += 1
    guard count >= most, !hasTold else { return }
    hasTold = true
    logger.warning("no room for connections", metadata: ["open": "\(count)", "most": "\(most)"])
  }

  mutating func connectionClosed() {
    count -= 1
    if count < most * 9 / 10 { hasTold = false }
  }

  func isAcceptingNewConnections() -> Bool { count < most }

  /// Raises the number of files that may be open to what the machine allows.
  ///
  /// - Returns: how many connections there is room for.
  static func made() -> Int {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return 500 }
    // More than is of use would only make a flood larger.
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(files, &limit)
    getrlimit(files, &limit)
    return max(50, min(Int(clamping: limit.rlim_cur) - 200, 10_000))
  }
}
