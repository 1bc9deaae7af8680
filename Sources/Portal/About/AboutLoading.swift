internal import Charters
internal import Exchange
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  func aboutData() throws -> AboutDataPage {
    var states: [Verification: Int] = [:]
    var cited: [String: Int] = [:]
    var formats: [AboutDataPage.Format] = []
    for type in kinds {
      let count = try tally(type, &states, &cited)
      if count > 0 {
        formats.append(.init(name: words.term("kinds", type.kind), count: count, plural: type.plural))
      }
    }
    return AboutDataPage(
      verified: Verification.allCases.compactMap { state in states[state].map { (state: state, count: $0) } },
      sources: try connection.all(Source.self, "ORDER BY id").map { source in
        AboutDataPage.Source(
          title: Linked(Said(source.title), .source(source.id.text)), publisher: source.publisher,
          address: source.address, read: words.term("read", source.read.rawValue), asOf: source.asOf,
          verification: source.verification, cited: cited[source.id.text] ?? 0)
      },
      disagreements: try connection.all(Disagreement.self, "ORDER BY id").map { row in
        AboutDataPage.Disagreement(
          subject: Linked(
            Said(words.term("subject", row.subject)), .record(kind: Disagreement.kind, id: row.id.text)),
          values: [(row.valueA, row.sourceA), (row.valueB ?? "", row.sourceB)].filter { !$0.0.isEmpty }.map {
            .init(text: Said($0.0), sources: $0.1.map { SourceRef($0) })
          },
          shown: Said(row.shownAs), text: said(row.text))
      },
      formats: words.sorted(formats) { $0.name })
  }

  /// Counts the records of a kind by how sure they are, and what they cite.
  private func tally<R: Record>(
    _ type: R.Type, _ states: inout [Verification: Int], _ cited: inout [String: Int]
  ) throws -> Int {
    guard R.schema.fields.contains(where: { $0.name == "provenance" }) else {
      return try connection.count(R.self, Listing(day: day, viewer: viewer))
    }
    var count = 0
    try connection.forEach(
      "SELECT provenance_verification, provenance_source FROM \(R.self) WHERE "
        + .isValid(R.self, on: day) + " AND " + .isVisible(R.self, to: viewer)
    ) { row in
      count += 1
      states[try Verification(row: row), default: 0] += 1
      for source in try [String](row: row) { cited[source, default: 0] += 1 }
    }
    return count
  }

  func source(_ id: String) throws -> SourcePage? {
    let source = try one(Source.ID(id))
    let citing = try kinds.flatMap { try records($0, citing: id) } + editions(citing: id)
    guard source != nil || !citing.isEmpty else { return nil }
    return SourcePage(
      title: Said(source?.title ?? id),
      facts: source.map { source in
        [
          Fact(words["column.publisher"], source.publisher.map { .text(Said($0)) } ?? .notStated),
          Fact(words["column.read"], .text(Said(words.term("read", source.read.rawValue)))),
          Fact(words["column.asOf"], .when(source.asOf)),
          Fact(
            words["column.howSure"], .text(Said(words.term("verification", source.verification.rawValue)))),
        ]
      } ?? [],
      address: source?.address, cited: citing)
  }

  /// Editions of the charter that cite a source: some paragraphs stand there alone.
  private func editions(citing id: String) throws -> [Linked] {
    guard let charter else { return [] }
    let marks: (Substring) -> Bool = { $0 == id }
    return try connection.charterEditions(of: charter.id).filter { edition in
      edition.text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "*" }.contains(where: marks)
    }.map {
      Linked(
        Said("\(words.term("kind", CharterEdition.kind)): \($0.charter) \($0.edition)"),
        .record(kind: CharterEdition.kind, id: $0.id.text))
    }
  }

  private func records<R: Record>(_ type: R.Type, citing id: String) throws -> [Linked] {
    guard R.schema.fields.contains(where: { $0.name == "provenance" }) else { return [] }
    let pattern = "%\"" + id.filter { $0 != "%" && $0 != "_" } + "\"%"
    let column: Query =
      connection.dialect == .sqlite ? "provenance_source" : "CAST(provenance_source AS text)"
    return try connection.all(
      R.self,
      "WHERE " + .isVisible(R.self, to: viewer) + " AND " + column + " LIKE \(pattern) ORDER BY id LIMIT 200"
    ).map {
      record in
      let name = name(of: record)
      return Linked(
        Said("\(words.term("kind", R.kind)): \(name.text)", name.language),
        .record(kind: R.kind, id: record.id.text))
    }
  }
}
