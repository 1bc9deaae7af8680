public import Kernel

/// Reporting periods, who reports to whom, and the progress report made of the records.
public enum ReportingCapability {
  /// A kind stands after those it refers to.
  public static let records: [any Record.Type] = [
    Cycle.self, ReportingLine.self, ReportSent.self, PartnerReport.self,
  ]
}
