public import Kernel
public import Store

/// Which texts govern, on a day and for an area.
extension Connection {
  /// The edition of a text that is in force on a day: framework, guidelines, business-plan.
  ///
  /// Where two editions overlap, because nobody says when the older one ended, the later one governs.
  public func text(_ document: String, inForceOn day: Day) throws -> GoverningDocument? {
    try all(
      GoverningDocument.self,
      """
      WHERE document = \(document) AND \(Query.isValid(GoverningDocument.self, on: day))
      ORDER BY period_since DESC NULLS LAST, id LIMIT 1
      """
    ).first
  }

  /// The overarching text in force on a day: the one that stands under no other (R35). Whatever a charter calls it.
  public func framework(on day: Day) throws -> GoverningDocument? {
    let texts = try all(GoverningDocument.self, "ORDER BY period_since DESC NULLS LAST, id")
    // One that is to come stands above others already; one that has ended does not any more.
    let under = Set(
      texts.filter { $0.period.until.map { $0.last >= day } ?? true }.flatMap(\.over))
    return texts.first { $0.period.covers(day) && !under.contains($0.document) }
  }

  /// Every edition of a text, oldest first; one without a date stands first.
  public func editions(of document: String) throws -> [GoverningDocument] {
    try all(
      GoverningDocument.self,
      "WHERE document = \(document) ORDER BY period_since NULLS FIRST, id")
  }

  /// The texts that hold for an area on a day: one edition of each, and those alone that name the area or none (R108).
  public func governingTexts(for area: String, on day: Day) throws -> [GoverningDocument] {
    let inForce = try all(
      GoverningDocument.self,
      "WHERE \(Query.isValid(GoverningDocument.self, on: day)) ORDER BY document, period_since DESC NULLS LAST, id"
    )
    var met: Set<String> = []
    return inForce.filter { text in
      (text.areas.isEmpty || text.areas.contains(area)) && met.insert(text.document).inserted
    }
  }

  /// The editions of a charter, oldest first.
  public func charterEditions(of charter: String) throws -> [CharterEdition] {
    try all(
      CharterEdition.self, "WHERE charter = \(charter) ORDER BY period_since NULLS FIRST, id")
  }
}
