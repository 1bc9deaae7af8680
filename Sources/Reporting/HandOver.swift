public import Acting
internal import Charters
public import Kernel
internal import Registry
internal import Store

extension ReportSent {
  /// Which report goes out, and when.
  public struct Dispatch: VerbInputs {
    public var cycle: Cycle.ID
    /// The part it is about, where parts have addressees of their own; nil is the partnership as a whole.
    public var part: String?
    public var on: Day?
    public init(cycle: Cycle.ID, part: String? = nil, on: Day? = nil) {
      self.cycle = cycle
      self.part = part
      self.on = on
    }
    public static let schema = Schema(
      "dispatch", Dispatch.init(cycle:part:on:),
      Field("cycle", \.cycle), Field("part", \.part, .word), Field("on", \.on))
    public var day: Day? { on }
  }

  /// Hands the report of a cycle to its addressee; the record says by which rule it goes there (A28b).
  ///
  /// Refused is a part that no rule of the charter names an addressee for.
  public static let sending = Making<ReportSent, Dispatch>("send", under: keeping) { inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.neededCharter(on: day)
    let lines = try AddresseeLine.lines(of: charter, occasion.connection)
    let part = inputs.part ?? "default"
    guard let line = lines.first(where: { $0.part == part }) else {
      throw Refusal(
        "no-part",
        ["charter": .text(charter.label), "part": "\(part.prefix(60))", "known": .list(lines.map(\.part))],
        field: "part")
    }
    guard let body = line.body else {
      throw Refusal("no-addressee", ["part": .text(line.part)], field: "addressee")
    }
    return ReportSent(
      id: ID("\(inputs.cycle)-\(line.part)-to-\(body)"), cycle: inputs.cycle, addressee: .init(body),
      rule: line.line, sent: day, received: nil, provenance: line.provenance)
  }

  /// Writes down that the addressee has received it, once, and not before it was sent.
  public static let acknowledging = Verb<ReportSent, OnDay>(
    "acknowledge", on: ReportSent.self, may: .secretariatOr(.member(.field("addressee")))
  ) { report, inputs, occasion in
    if let received = report.received {
      throw Refusal(
        "already-there.received", ["addressee": "\(report.addressee)", "received": "\(received)"],
        field: "received")
    }
    report.received = inputs.on ?? occasion.today
    if let refusal = report.refusalOfReceipt { throw refusal }
  }

  private var refusalOfReceipt: Refusal? {
    guard let received, received < sent else { return nil }
    return Refusal("before-sent", ["sent": "\(sent)", "received": "\(received)"], field: "received")
  }

  /// The secretariat sends, and members of the body that the reporting line names as the one that reports. By whatever
  /// door a report comes, its rule is one that is kept and its receipt is not older than its sending.
  static let keeping = Keeping(
    ReportSent.self,
    add: .secretariatOr(.member(.other("from", ofThe: "reporting-line", at: .field("rule"))))
  ) { report, _, occasion in
    var refusals = [report.refusalOfReceipt].compactMap { $0 }
    if try occasion.connection.one(ReportingLine.ID(report.rule)) == nil {
      let known = try occasion.connection.all(ReportingLine.self, "ORDER BY id").map(\.id.text)
      refusals.append(
        Refusal(
          "unknown-rule.reporting-line", ["rule": "\(report.rule.prefix(60))", "known": .list(known)],
          field: "rule"))
    }
    return refusals
  }
}
