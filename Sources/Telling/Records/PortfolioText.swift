public import Kernel
public import Reporting

/// The findings of a portfolio, said in a language: for a terminal, a program, a spreadsheet.
public struct PortfolioText: Sendable {
  public struct Line: Sendable, Hashable {
    public let light: String
    public let code: String
    /// Such as `area gold`.
    public let record: String
    /// The other record, where it takes two.
    public let with: String?
    public let sentence: String

    public init(light: String, code: String, record: String, with: String? = nil, sentence: String) {
      self.light = light
      self.code = code
      self.record = record
      self.with = with
      self.sentence = sentence
    }
  }
  public let lines: [Line]
  private let words: Words

  public init(_ findings: [PortfolioFinding], in language: Language) {
    let words = Words.of(language)
    self.words = words
    lines = findings.map { finding in
      Line(
        light: finding.light.rawValue, code: finding.code.rawValue, record: finding.about.path,
        with: finding.with?.path, sentence: words.sentence(of: finding))
    }
  }

  /// Said instead of an empty table.
  public var nothing: String { words["check.none"] }

  /// A row each: light, record, sentence.
  public var rows: [[String]] {
    lines.map { [words.term("light", $0.light), $0.record, $0.sentence] }
  }

  public var csv: String {
    CSV.row(["light", "code", "record", "with", "sentence"])
      + lines.map { CSV.row([$0.light, $0.code, $0.record, $0.with ?? "", $0.sentence]) }.joined()
  }

  /// A list of objects. - Parameter day: the day it speaks of.
  public func json(asOf day: Day) -> String {
    var json = JSONWriter()
    json.raw(#"{"as_of":"#)
    day.write(to: &json)
    json.raw(#","findings":["#)
    for (index, line) in lines.enumerated() {
      json.raw(index > 0 ? #",{"light":"# : #"{"light":"#)
      json.write(line.light)
      for (key, value) in [("code", line.code), ("record", line.record)] {
        json.raw(",")
        json.write(key)
        json.raw(":")
        json.write(value)
      }
      json.raw(#","with":"#)
      line.with.write(to: &json)
      json.raw(#","sentence":"#)
      json.write(line.sentence)
      json.raw("}")
    }
    json.raw("]}")
    return json.text
  }
}

extension PortfolioFinding.Subject {
  fileprivate var path: String { "\(kind) \(id)" }
}

extension Words {
  /// What a finding says: its code's sentence with the values filled in.
  fileprivate func sentence(of finding: PortfolioFinding) -> String {
    var values = finding.values.mapValues(said)
    if case .word(let kind)? = finding.values["kind"] { values["kind"] = term("check.kind", kind) }
    values["shared"] = list(["place", "subject"].compactMap { values[$0] })
    var key = "check.\(finding.code.rawValue)"
    if case .word(let sign)? = finding.values["sign"] { key += ".\(sign)" }
    return self[key, values]
  }

  private func said(_ value: PortfolioFinding.Value) -> String {
    switch value {
    case .name(let name):
      let text = name.text(in: language).text
      // It stands within a sentence.
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    case .word(let word): return word
    case .date(let when): return dateInSentence(when)
    case .percent(let percent): return number(percent, digits: 1)
    case .money(let money): return amount(money.minor, money.currency)
    }
  }
}
