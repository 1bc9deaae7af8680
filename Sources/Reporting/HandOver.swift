public import Kernel
public import Store

extension ReportSent {
  /// Hands the report of a cycle to an addressee; the record says by which rule it goes there (A28b). The secretariat
  /// may, and members of the body that the reporting line names as the one that reports.
  public static func send(
    _ cycle: Cycle.ID, to addressee: AddresseeLine, on day: Day, _ intent: Intent,
    _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws {
    let reporter = try connection.one(ReportingLine.ID(addressee.line))?.from
    guard intent.capacity == .secretariat || reporter.map({ intent.capacity == .member(of: $0) }) ?? false
    else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not hand over the report; \(reporter.map { "\($0) or " } ?? "")the secretariat does"
      )
    }
    guard let body = addressee.body else {
      throw Refusal(
        "no-addressee", "no rule of the charter names who receives the report of \(addressee.part)",
        field: "addressee")
    }
    let report = ReportSent(
      id: ID("\(cycle)-\(addressee.part)-to-\(body)"), cycle: cycle, addressee: .init(body),
      rule: addressee.line,
      sent: day, received: nil, provenance: addressee.provenance)
    try Journal(connection, stamp).append(report, intent)
  }

  /// Writes down that the addressee has received it.
  ///
  /// - Throws: a `Refusal` for a receipt that is there already, or is dated before the report was sent.
  @discardableResult
  public static func acknowledge(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard var report = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no report \u{201C}\(id)\u{201D} that was sent")
    }
    guard intent.capacity == .secretariat || intent.capacity == .member(of: report.addressee.text) else {
      throw Refusal("not-allowed", "\(intent.capacity) may not receive what was sent to \(report.addressee)")
    }
    if let received = report.received {
      throw Refusal(
        "already-there", "\(report.addressee) received it on \(received) already", field: "received")
    }
    guard day >= report.sent else {
      throw Refusal(
        "before-sent", "it was sent on \(report.sent); it cannot be received on \(day)", field: "received")
    }
    report.received = day
    return try Journal(connection, stamp).append(report, intent, after: version)
  }
}
