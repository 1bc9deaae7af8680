internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// What the activities of a list have in common: what comes out of them, at which level they are carried out, whose
/// priorities they serve, with whom they are shared, and what is done in one country. A table without rows is left out.
struct WorkTables: Sendable {
  struct OutputRow: Sendable {
    var output: String
    var activities: [Linked]
    /// The sectors that took part in them.
    var sectors: [String]
  }
  struct LevelRow: Sendable {
    var level: String
    /// The body or the country; nil where no source says who.
    var by: Linked?
    var activities: [Linked]
  }
  struct PriorityRow: Sendable {
    /// Nil gathers those that serve no priority on record.
    var setBy: Linked?
    var action: Linked?
    var activities: [Linked]
  }
  struct SharedRow: Sendable {
    var activity: Linked
    var with: [Linked]
  }
  struct NationalRow: Sendable {
    var initiative: Linked
    var country: String
    var income: String?
    var populations: [String]
    var adaptation: Said?
    /// Whether the charter attends to such countries or people first.
    var comesFirst: Bool
    var basis: Basis
  }

  var outputs: [OutputRow] = []
  var levels: [LevelRow] = []
  var priorities: [PriorityRow] = []
  var shared: [SharedRow] = []
  var national: [NationalRow] = []
  /// Whom the charter attends to first; nil where it says nothing of it.
  var attends: String?

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(outputs.isEmpty ? nil : page.section(words["activities.outputs"], hint: words["activities.outputs.hint"], outputs(page)))\
      \(levels.isEmpty ? nil : page.section(words["activities.workLevels"], hint: words["activities.workLevels.hint"], levels(page)))\
      \(priorities.isEmpty ? nil : page.section(words["activities.serves"], hint: words["activities.serves.hint"], priorities(page)))\
      \(shared.isEmpty ? nil : page.section(words["activities.shared"], hint: words.count("activities.shared.hint", shared.count), shared(page)))\
      \(national.isEmpty ? nil : page.section(words["kinds.national-initiative"], hint: attends, wide: true, national(page)))
      """
  }

  private func outputs(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["activities.outputs"], repeatsHeading: true,
        columns: [
          .init(words["field.output"]), .init(words["column.activities"]), .init(words["field.sectors"]),
        ],
        rows: outputs.map { row in
          [
            "\(row.output)",
            row.activities.isEmpty ? "\(words["activities.outputs.none"])" : page.linked(row.activities),
            row.sectors.isEmpty ? page.notStated : "\(words.list(row.sectors))",
          ]
        }))
  }

  private func levels(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["activities.workLevels"], repeatsHeading: true,
        columns: [
          .init(words["field.work_level"]), .init(words["field.coordinated_by"]),
          .init(words["column.activities"]),
        ],
        rows: levels.map { row in
          ["\(row.level)", row.by.map { page.linked($0) } ?? page.notStated, page.linked(row.activities)]
        }))
  }

  private func priorities(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["activities.serves"], repeatsHeading: true,
        columns: [
          .init(words["field.set_by"]), .init(words["kind.priority-action"]),
          .init(words["column.activities"]),
        ],
        rows: priorities.map { row in
          [
            row.setBy.map { page.linked($0) } ?? page.notStated,
            row.action.map { page.linked($0) } ?? "\(words["activity.offPlan"])", page.linked(row.activities),
          ]
        }))
  }

  private func shared(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["activities.shared"], repeatsHeading: true,
        columns: [.init(words["column.activity"]), .init(words["field.shared_with"])],
        rows: shared.map { [page.linked($0.activity), page.linked($0.with)] }))
  }

  private func national(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["kinds.national-initiative"], repeatsHeading: true,
        columns: [
          .init(words["kind.national-initiative"]), .init(words["column.country"]),
          .init(words["column.income"]),
          .init(words["field.populations"]), .init(words["field.adaptation"]),
        ] + (attends == nil ? [] : [.init(words["column.comesFirst"])]) + [.init(words["column.source"])],
        rows: national.map { row in
          [
            page.linked(row.initiative), "\(row.country)", row.income.map { "\($0)" } ?? page.notStated,
            row.populations.isEmpty ? page.notStated : "\(words.list(row.populations))",
            row.adaptation.map { page.said($0) } ?? page.notStated,
          ] + (attends == nil ? [] : ["\(words[row.comesFirst ? "value.yes" : "value.no"])"]) + [
            page.basis(row.basis)
          ]
        }))
  }
}
