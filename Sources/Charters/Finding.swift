public import Kernel
internal import Wording

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
  public let phrase: Phrase

  public var sentence: String { phrase.sentence(in: .en) }
  public var refusal: Refusal { Refusal(code: code, phrase, file: file, line: line) }
}

/// What reading a charter gives: the charter, if it can be used, and every finding in the order of its lines.
public struct CharterReading: Sendable {
  public let charter: Charter?
  /// What could be read, faults or not. An edition that was adopted stays in force when later checks are stricter than
  /// those it passed; for anything new `charter` is asked.
  public let readable: Charter?
  public let findings: [Finding]
  /// Nil where the file is no charter at all.
  let tree: CharterNode?

  public var faults: [Finding] { findings.filter { $0.severity == .fault } }
  public var warnings: [Finding] { findings.filter { $0.severity == .warning } }
  public var remarks: [Finding] { findings.filter { $0.severity == .remark } }
}

/// Collects findings while a file is read and checked.
final class Findings {
  let file: String
  private(set) var list: [Finding] = []
  init(file: String) { self.file = file }

  /// - Parameter name: the code; where one code has several sentences, a dot and which of them. The words stand at
  ///   `finding.` and the name.
  func fault(_ name: String, _ values: [String: Phrase.Value] = [:], line: Int) {
    add(.fault, name, values, line)
  }
  func warning(_ name: String, _ values: [String: Phrase.Value] = [:], line: Int) {
    add(.warning, name, values, line)
  }
  func remark(_ name: String, _ values: [String: Phrase.Value] = [:], line: Int) {
    add(.remark, name, values, line)
  }
  func fault(code: String, _ phrase: Phrase, line: Int) { add(.fault, code, phrase, line) }

  /// A word that names nothing of its kind.
  func undeclared(_ word: String, _ what: String, at place: String, near: String?, line: Int) {
    let told: [String: Phrase.Value] = [
      "place": .text(place), "what": .phrase(Phrase("finding.referent.\(what)")), "word": .text(word),
    ]
    let phrase =
      near.map { Phrase("finding.dangling-reference.near", told.merging(["near": .text($0)]) { $1 }) }
      ?? Phrase("finding.dangling-reference", told)
    fault(code: "dangling-reference", phrase, line: line)
  }

  private func add(
    _ severity: Finding.Severity, _ name: String, _ values: [String: Phrase.Value], _ line: Int
  ) {
    add(severity, String(name.prefix { $0 != "." }), Phrase("finding.\(name)", values), line)
  }

  /// A place that is read for several purposes is told once.
  private func add(_ severity: Finding.Severity, _ code: String, _ phrase: Phrase, _ line: Int) {
    let finding = Finding(severity: severity, file: file, line: line, code: code, phrase: phrase)
    if !list.contains(finding) { list.append(finding) }
  }
  var sorted: [Finding] { list.sorted { ($0.line, $0.code, $0.sentence) < ($1.line, $1.code, $1.sentence) } }
}
