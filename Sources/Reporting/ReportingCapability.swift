public import Acting
internal import Kernel

/// Reporting periods, who reports to whom, and the progress report made of the records.
public enum ReportingCapability {
  public static let capability = Capability(
    "reporting",
    charter: [
      "reporting", "cycles", "attention",
    ],
    records: [
      Cycle.self, ReportingLine.self, ReportSent.self, PartnerReport.self,
    ],
    verbs: [ReportSent.sending, ReportSent.acknowledging], keepings: [ReportSent.keeping])
}
