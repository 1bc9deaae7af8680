internal import Kernel
internal import Markup
internal import Reporting
internal import Telling
internal import Web

/// The progress report of one cycle, assembled from records. It prints as a document.
struct ReportPage: PageView {
  /// Where the report, or the report of one part, goes and why.
  struct Addressee: Sendable {
    /// The area or stream with a linkage of its own; nil is the whole partnership.
    var part: Linked?
    /// Nil where no rule names anyone.
    var body: Linked?
    /// The rule of the charter it follows from.
    var rule: Statement
  }
  struct Area: Sendable {
    var name: Linked
    var activities: Int
    var state: StateView
    /// Since when it exists, in words.
    var life: String
    var basis: Basis
  }
  struct Mode: Sendable {
    var name: String
    var activities: [ActivityRow]
  }
  struct Post: Sendable {
    var grade: Linked
    var purpose: Said?
    var since: When?
    var until: When?
    /// Whole months in post on the day shown.
    var tenure: FigureView?
    /// The part of a full working time.
    var fullTime: FigureView?
    var funder: Linked?
    var basis: Basis
  }
  struct Weakness: Sendable {
    var text: Statement
    /// Who says so; nil where the source does not tell.
    var statedBy: Linked?
    var isMain: Bool
    var causes: [Statement] = []
  }
  struct Movement: Sendable {
    enum Direction: String, Sendable { case up, down, unchanged, unknown }
    /// What moves: the variety of donors, the total.
    var subject: Said
    var direction: Direction
    var text: Statement
    var causes: [Statement]
  }

  var cycle: String
  var name: Said
  var period: Period
  var state: StateView?
  /// The whole partnership first.
  var addressees: [Addressee]
  /// Headline figures: members, areas, activities, posts.
  var figures: [FigureView]
  var members: [FigureView]
  /// Developing countries among members, active and reporting partners; empty where no partner is named.
  var participation: [Participation] = []
  var areas: [Area]
  var modes: [Mode]
  /// The work that mobilises society, by level.
  var levels: [LevelLine] = []
  var alignment = AlignmentView(parties: 0, rows: [])
  var posts: [Post]
  /// Partners per post and the like.
  var load: [FigureView]
  /// What was measured.
  var results: [FigureView]
  /// What projects add up to; nil where the charter carries nothing up.
  var rolledUp: RollUpText?
  var weaknesses: [Weakness]
  /// What was asked in the cycle, and what became of it.
  var requests: [RequestsPage.Row]
  var movements: [Movement]
  var contributions: [FigureView]
  /// What windows hold, for what, and what of it is allocated.
  var windows = MoneyView()
  var shortfall = ShortfallView()
  /// How the work is to be paid for: what was asked, and concluded.
  var examinations: [ExaminationLine] = []

  func title(on page: Page) -> Said { name }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.reports"]), .reports)] }

  func body(on page: Page) -> HTML {
    """
    \(page.lead(name, Said(page.words.dates(period)), page.recordLine("cycle", cycle, state)))\
    \(page.figures(figures))\(addresseeSection(page))\(memberSection(page))\(participationSection(page))\(areaSection(page))\
    \(modeSection(page))\(levelSection(page))\(alignmentSection(page))\(resultSection(page))\(rolledUp.map { page.rollUpSection($0) })\
    \(postSection(page))\
    \(moneySection(page))\(windowSection(page))\(shortfallSection(page))\(examinationSection(page))\
    \(weaknessSection(page))\(requestSection(page))
    """
  }

  private func addresseeSection(_ page: Page) -> HTML {
    let words = page.words
    guard !addressees.isEmpty else {
      return page.section(words["report.addressee"], page.empty(words["report.to.none"]))
    }
    var facts: [Fact] = []
    for addressee in addressees {
      if addressees.count > 1 {
        facts.append(
          Fact(
            words["report.part"], addressee.part.map { .linked([$0]) } ?? .text(Said(words["report.whole"]))))
      }
      facts.append(
        Fact(words["report.to"], addressee.body.map { .linked([$0]) } ?? .text(Said(words["report.to.none"])))
      )
      facts.append(Fact(words["report.rule"], .statement(addressee.rule)))
    }
    facts.append(Fact(words["column.period"], .period(period)))
    return page.section(words["report.addressee"], hint: words["report.addressee.hint"], page.facts(facts))
  }

  private func memberSection(_ page: Page) -> HTML {
    let words = page.words
    return page.section(
      words["report.members"], hint: words["report.members.hint"],
      members.isEmpty
        ? page.empty(words["report.members.none"]) : page.facts(members.map { Fact($0.name, .figure($0)) }))
  }

  private func participationSection(_ page: Page) -> HTML {
    guard !participation.isEmpty else { return "" }
    let words = page.words
    return page.section(
      words["report.participation"], hint: words["report.participation.hint"],
      page.table(
        TableView(
          words["report.participation"], repeatsHeading: true,
          columns: [
            .init(words["column.category"]), .init(words["column.partners"], isNumber: true),
            .init(words["column.developing"], isNumber: true), .init(words["column.share"], isNumber: true),
          ],
          rows: participation.map { line in
            var share = line.share.map { FigureView(name: words["column.share"], $0) }
            share?.sources = []
            return [
              "\(words.term("measure", line.measure.rawValue))", page.number(line.partners),
              page.number(line.ofGroup), share.map { page.figure($0) } ?? page.notStated,
            ]
          })))
  }

  private func areaSection(_ page: Page) -> HTML {
    let words = page.words
    guard !areas.isEmpty else { return page.section(words["nav.areas"], page.empty(words["areas.none"])) }
    return page.section(
      words["nav.areas"],
      page.table(
        TableView(
          words["areas.list"], remark: words.count("count.area", areas.count),
          columns: [
            .init(words["column.area"]), .init(words["column.activities"], isNumber: true),
            .init(words["column.state"]), .init(words["column.period"]), .init(words["column.source"]),
          ],
          rows: areas.map {
            [
              page.linked($0.name), page.number($0.activities), page.state($0.state), "\($0.life)",
              page.basis($0.basis),
            ]
          })))
  }

  private func modeSection(_ page: Page) -> HTML {
    let words = page.words
    guard !modes.isEmpty else {
      return page.section(words["nav.activities"], page.empty(words["activities.none"]))
    }
    return page.section(
      words["nav.activities"], hint: words["report.activities.hint"], wide: true,
      """
      \(page.modeChart(modes.map { ($0.name, $0.activities.count) }, id: "modes"))\
      \(modes, { page.activityTable($0.activities, $0.name, remark: words.count("count.activity", $0.activities.count), isOfOneMode: true) })
      """)
  }
}
