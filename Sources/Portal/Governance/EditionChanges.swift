internal import Charters
internal import Governance
internal import Kernel
internal import Markup
internal import Store
internal import Telling
internal import Web

/// What an edition of a charter says otherwise than the one before, on the page of its record.
struct EditionChanges: Sendable {
  var before: String
  var after: String
  var differences: [CharterComparison.Difference]

  func section(on page: Page) -> HTML {
    let words = page.words
    let heading = words["comparison.differences", ["before": before, "after": after]]
    guard !differences.isEmpty else { return page.section(heading, "<p>\(words["comparison.same"])</p>") }
    return page.section(heading, wide: true, page.table(table(words, heading)))
  }

  private func table(_ words: Words, _ heading: String) -> TableView {
    TableView(
      heading, remark: words.count("count.difference", differences.count), repeatsHeading: true,
      columns: [
        .init(words["comparison.place"]), .init(words["column.before"]), .init(words["column.after"]),
      ],
      rows: differences.map { difference in
        let facts = words.count("count.fact", difference.found.facts)
        let kind = difference.found.kind
        return [
          "\(difference.place)", kind == .added ? "" : "\(difference.before ?? facts)",
          kind == .removed ? "" : "\(difference.after ?? facts)",
        ]
      })
  }
}

extension Loading {
  /// Nil for the first edition of a charter.
  func changes(of id: CharterEdition.ID) throws -> EditionChanges? {
    guard let edition = try connection.one(id) else { return nil }
    let editions = try connection.charterEditions(of: edition.charter)
    guard let index = editions.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
    let pair = [editions[index - 1], edition].compactMap { edition in
      ComparedCharter(
        Charter.read(Array(edition.text.utf8), name: edition.id.text), name: edition.id.text)
    }
    guard pair.count == 2 else { return nil }
    return EditionChanges(
      before: pair[0].charter.label, after: pair[1].charter.label,
      differences: CharterComparison.differences(pair[0], pair[1], in: language).filter { !$0.isTranslation })
  }
}
