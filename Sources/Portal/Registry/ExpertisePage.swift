internal import Kernel
internal import Markup
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Route {
  /// Who knows about what.
  static let expertise = Route("expertise")
}

/// Who knows about what, so that a question finds its way: those alone who agreed to be listed (A8d).
struct ExpertisePage: PageView {
  struct Row: Sendable {
    var topic: String
    /// The partner, or the role of a person in one.
    var who: Linked
    var area: Linked?
    var text: Said?
  }
  /// By topic.
  var filters: [Filter]
  var rows: [Row]

  func title(on page: Page) -> Said { Said(page.words["expertise.title"]) }

  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.partners"]), .partners)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["kinds.expertise"], remark: words.count("count.expertise", rows.count),
      columns: [
        .init(words["field.topic"]), .init(words["column.partner"]), .init(words["column.area"]),
        .init(words["field.text"]),
      ],
      rows: rows.map { row in
        [
          "\(row.topic)", page.linked(row.who), row.area.map { page.linked($0) } ?? "",
          row.text.map { page.said($0) } ?? "",
        ]
      })
    return """
      \(page.lead(title(on: page), Said(words["expertise.stand"])))\(page.filters(filters))\
      \(page.section(
        words["kinds.expertise"], wide: true,
        rows.isEmpty ? page.empty(words["expertise.none"]) : page.table(table)))
      """
  }
}

extension Loading {
  func expertise() throws -> ExpertisePage {
    let all = try connection.all(
      Expertise.self, "WHERE " + .isVisible(Expertise.self, to: viewer) + " ORDER BY topic, id")
    let topic = page.address.filters.first { $0.name == "topic" && !$0.value.isEmpty }?.value
    return ExpertisePage(
      filters: [
        Filter(
          name: "topic", label: words["field.topic"],
          options: Set(all.map(\.topic)).sorted().map {
            Filter.Option(value: $0, name: Said(words.term("topic", $0)))
          }, chosen: topic)
      ],
      rows: try all.filter { topic == nil || $0.topic == topic }.map { expertise in
        ExpertisePage.Row(
          topic: words.term("topic", expertise.topic), who: try who(expertise),
          area: try expertise.area.flatMap { try areas([$0.text]).first }, text: said(expertise.text))
      })
  }

  /// A person is named by role and partner: how somebody is reached is for those who route the question.
  private func who(_ expertise: Expertise) throws -> Linked {
    let person = try expertise.person.flatMap { try one($0) }
    let partner = try (expertise.partner ?? person?.partner).flatMap { try one($0) }
    guard let partner else {
      return try body(person?.body) ?? Linked(Said(person?.role ?? expertise.id.text))
    }
    let name = said(partner.name)
    return Linked(
      Said([name.text, person?.role].compactMap { $0 }.joined(separator: ", "), name.language),
      .partner(partner.id.text))
  }
}
