import App
import ArgumentParser
import Exchange
import Kernel
import Reporting

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes records from a CSV file; --preview only says what would happen.",
    discussion: """
      The columns are those of "entente export KIND". Every row is answered: added, changed, unchanged, in conflict \
      (the record changed since the file was exported) or refused, with the reason. Refused rows stop nobody else's.
      Example: entente import partners list.csv --preview
      """)

  @Argument(help: "A kind, such as partners") var kind: String
  @Argument(help: "The file") var file: String
  @Flag(help: "Say what would happen and write nothing") var preview = false
  @Option(help: "The rule or decision the change rests on") var reason = ""
  @OptionGroup var common: Common

  func run() async throws {
    let type = try Capabilities.kind(kind)
    let basis = reason.isEmpty ? "file \(file)" : reason
    let isSigned = !preview || common.actor != nil
    let intent = isSigned ? try common.intent("import", basis: basis) : nil
    let table = try FileTable.read(file)
    let refused = try await common.with { try await take(type, table, $0, intent) }
    if refused > 0 { throw ExitCode(2) }
  }

  /// - Returns: how many rows were refused.
  private func take<R: Record>(
    _ type: R.Type, _ table: CSVFile, _ partnership: Partnership, _ intent: Intent?
  ) async throws -> Int {
    let rehearsal = preview ? Preview() : nil
    let plan = try await partnership.take(R.self, table, intent, preview: rehearsal)
    if common.json {
      print(rehearsal?.moved.beside(plan.json) ?? plan.json)
    } else {
      tell(plan, rehearsal?.moved.reports ?? [])
    }
    return plan.count(.refused)
  }

  private func tell<R: Record>(_ plan: ImportPlan<R>, _ reports: [ReportChange]) {
    for outcome in plan.outcomes {
      let place = "line \(outcome.line): \(outcome.id)"
      switch outcome.verdict {
      case .add, .unchanged: continue
      case .change, .conflict:
        print("\(place): \(outcome.verdict.rawValue)")
        for change in outcome.changes {
          print(
            "  \(change.field): \u{201C}\(change.before)\u{201D} \u{2192} \u{201C}\(change.after)\u{201D}")
        }
      case .refused:
        for refusal in outcome.refusals { Terminal.complain("\(refusal.at(file, outcome.line))") }
      }
    }
    reports.tell()
    let counts = [RowOutcome.Verdict.add, .change, .unchanged, .conflict, .refused]
      .map { "\(plan.count($0)) \($0.rawValue)" }.joined(separator: ", ")
    print("\(plan.outcomes.count) rows: \(counts)" + (preview ? ". Nothing was written." : "."))
  }
}

extension Refusal {
  fileprivate func at(_ file: String, _ line: Int) -> Refusal {
    var refusal = self
    refusal.file = file
    refusal.line = line
    return refusal
  }
}
