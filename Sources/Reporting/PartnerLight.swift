internal import Charters
public import Kernel
internal import Registry

/// How recently something was heard of a record: the registry's lights.
public enum Light: String, Code {
  /// Within the first span after the last sign.
  case green
  /// To be watched.
  case yellow
  /// To be acted on.
  case red

  /// - Parameters:
  ///   - sign: the day of the last sign. The day on which the first span is over is still green.
  ///   - yellow: whole months after which green ends.
  static func after(_ sign: Day, yellow: Int, red: Int, on day: Day) -> Light {
    let months = sign.months(until: Day(number: day.number - 1))
    return months >= red ? .red : months >= yellow ? .yellow : .green
  }
}

/// The last sign of a partner: that it was admitted, or that a report of it came in.
public struct LastSign: Sendable, Hashable {
  public let day: Day
  public let isReport: Bool

  /// Nil where neither is dated. An admission dated by its year counts on the last day it can mean.
  static func of(_ partner: Partner, _ reports: [PartnerReport], by day: Day) -> LastSign? {
    let received = reports.map(\.received).filter { $0 <= day }.max()
    let admitted = partner.membership.since.map { min($0.last, day) }
    switch (received, admitted) {
    case (let report?, let admission?):
      return report >= admission
        ? LastSign(day: report, isReport: true) : LastSign(day: admission, isReport: false)
    case (let report?, nil): return LastSign(day: report, isReport: true)
    case (nil, let admission?): return LastSign(day: admission, isReport: false)
    case (nil, nil): return nil
    }
  }
}
