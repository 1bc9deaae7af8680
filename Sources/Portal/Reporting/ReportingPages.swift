internal import Kernel
internal import Reporting
internal import Telling
internal import Web

extension Route {
  static let reports = Route("report")
  static func report(_ cycle: String) -> Route { Route("report", cycle) }
}

/// What is reported, to whom.
enum ReportingPages {
  static let all: [PageKind] = [
    PageKind("report", twin: .list(Cycle.self)) { try $0.reports() },
    PageKind(
      each: "report", PageKind.id, twin: .made(report),
      // A report speaks of a day of its own, unless another is asked for.
      ownDay: { question, connection in try connection.cycle(question.id).reportedOn }
    ) { loading, ids in try loading.report(try loading.assembled(ids[0], on: loading.page.address.asOf)) },
  ]

  @Sendable private static func report(_ question: PageQuestion) async throws -> Reply? {
    let (address, language) = (question.address, question.language)
    return try await question.reading { loading in
      let report = try loading.assembled(question.id, on: address.asOf)
      return address.form == .json
        ? Reply(type: Reply.json, body: Array(report.json.utf8))
        : Reply(
          type: Reply.csv, body: Array(report.csv(in: language).utf8), fileName: "report-\(question.id).csv")
    }
  }
}
