import Foundation
public import Kernel

/// The zone in which a partnership's days begin and end: a deadline ends when its day ends there, wherever the server stands
/// and whoever writes. By the names of the IANA list: `Europe/Paris`.
public struct DayZone: Sendable, Hashable {
  public let name: String
  private let zone: TimeZone

  /// Where a charter names none.
  public static let utc = DayZone(name: "UTC", zone: .gmt)

  private init(name: String, zone: TimeZone) {
    self.name = name
    self.zone = zone
  }

  /// Nil for a name that the list of this machine does not have.
  public init?(_ name: String) {
    if name == "UTC" {
      self = .utc
      return
    }
    // An abbreviation such as CET means another zone elsewhere, and none of them knows summer.
    guard name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
    self.init(name: name, zone: zone)
  }

  /// The day that it is there at a moment.
  public func day(at moment: Moment) -> Day {
    let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    return Moment(milliseconds: moment.milliseconds + zone.secondsFromGMT(for: date) * 1000).day
  }
}
