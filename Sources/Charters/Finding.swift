public import Kernel

/// One thing that is wrong in a charter, or that its readers should weigh.
public struct Finding: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    /// The charter cannot be used like this.
    case fault
    /// It can, and whoever adopts it should know.
    case warning
    /// Nothing is wrong; something is accepted that has no effect.
    case remark
  }
  public let severity: Severity
  public let file: String
  /// Counted from 1.
  public let line: Int
  public let code: String
  /// What is wrong, and what would be right.
  public let sentence: String

  public var refusal: Refusal { Refusal(code, sentence, file: file, line: line) }
}

/// What reading a charter gives: the charter, if it can be used, and every finding in the order of its lines.
public struct CharterReading: Sendable {
  public let charter: Charter?
  /// What could be read, faults or not. An edition that was adopted stays in force when later checks are stricter than
  /// those it passed; for anything new `charter` is asked.
  public let readable: Charter?
  public let findings: [Finding]

  public var faults: [Finding] { findings.filter { $0.severity == .fault } }
  public var warnings: [Finding] { findings.filter { $0.severity == .warning } }
  public var remarks: [Finding] { findings.filter { $0.severity == .remark } }
}

/// Collects findings while a file is read and checked.
final class Findings {
  let file: String
  private(set) var list: [Finding] = []
  init(file: String) { self.file = file }

  func fault(_ code: String, _ sentence: String, line: Int) { add(.fault, code, sentence, line) }
  func warning(_ code: String, _ sentence: String, line: Int) { add(.warning, code, sentence, line) }
  func remark(_ code: String, _ sentence: String, line: Int) { add(.remark, code, sentence, line) }

  /// A place that is read for several purposes is told once.
  private func add(_ severity: Finding.Severity, _ code: String, _ sentence: String, _ line: Int) {
    let finding = Finding(severity: severity, file: file, line: line, code: code, sentence: sentence)
    if !list.contains(finding) { list.append(finding) }
  }
  var sorted: [Finding] { list.sorted { ($0.line, $0.code, $0.sentence) < ($1.line, $1.code, $1.sentence) } }
}
