internal import Foundation
internal import Governance
public import Kernel
internal import Store

extension Moment {
  /// By the machine's clock.
  static var now: Moment { Moment(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

extension Day {
  /// The day it is now in UTC: where there is no partnership that says where its days begin.
  public static var today: Day { Moment.now.day }
}

extension Partnership {
  /// The day it is now where the partnership's days begin.
  public func today() async throws -> Day {
    try await database.read { try CharterBook().day(at: .now, $0) }
  }

  /// A day that somebody named, or today.
  public func day(_ text: String?) async throws -> Day {
    guard let text else { return try await today() }
    return try Day(cell: text)
  }
}
