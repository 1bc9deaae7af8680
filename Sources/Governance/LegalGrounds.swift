public import Kernel
public import Store

/// Something that rests on a decision or a paragraph of one.
public struct Resting: Sendable, Hashable {
  public let basis: LegalBasis
  /// The record that says so.
  public let kind: String
  public let record: String
  /// What rests on it: a nature, a mandate, a request, a recognition.
  public let what: String
  public let provenance: Provenance
}

extension Connection {
  /// The legal bases that a citation names: `25/5` gives the decision with all its paragraphs, `25/5 para 25` the one.
  public func legalBases(citing citation: String) throws -> [LegalBasis] {
    let (decision, paragraph) = try Self.parts(of: citation)
    guard let paragraph else {
      return try all(LegalBasis.self, "WHERE decision = \(decision) ORDER BY paragraph IS NOT NULL, id")
    }
    return try all(LegalBasis.self, "WHERE decision = \(decision) AND paragraph = \(paragraph) ORDER BY id")
  }

  /// What rests on a decision or a paragraph of it (R3).
  ///
  /// - Throws: a `Refusal` for a citation that names no basis there is.
  public func whatRests(on citation: String) throws -> [Resting] {
    let bases = try legalBases(citing: citation)
    guard !bases.isEmpty else {
      throw Refusal("no-basis.unknown", ["citation": "\(citation.prefix(60))"])
    }
    return try bases.flatMap { try whatRests(on: $0) }
  }

  public func whatRests(on basis: LegalBasis) throws -> [Resting] {
    let id = basis.id
    var result: [Resting] = []
    func add<R: Record>(_ record: R, _ what: String, _ provenance: Provenance) {
      result.append(
        Resting(basis: basis, kind: R.kind, record: record.id.text, what: what, provenance: provenance))
    }
    for use in try all(LegalBasisUse.self, "WHERE base = \(id) ORDER BY id") {
      add(use, use.usedFor, use.provenance)
    }
    for mandate in try all(Mandate.self, "WHERE legal_basis = \(id) ORDER BY id") {
      add(mandate, mandate.process, mandate.provenance)
    }
    for recognition in try all(Recognition.self, "WHERE legal_basis = \(id) ORDER BY id") {
      add(recognition, recognition.of, recognition.provenance)
    }
    for decision in try all(Decision.self, "WHERE legal_basis = \(id) ORDER BY id") {
      add(decision, decision.subject, decision.provenance)
    }
    return result
  }

  /// `25/5 para 25`, `25/5 para. 25`, `25/5 paragraph 25` and `25/5` as decision and paragraph.
  private static func parts(of citation: String) throws -> (decision: String, paragraph: String?) {
    let words = citation.split(separator: " ").map(String.init)
    guard let decision = words.first else {
      throw Refusal("no-basis.citation")
    }
    let rest = words.dropFirst().drop { $0.lowercased().hasPrefix("para") }
    return (decision, rest.isEmpty ? nil : rest.joined(separator: " "))
  }
}
