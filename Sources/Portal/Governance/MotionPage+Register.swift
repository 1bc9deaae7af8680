internal import Kernel
internal import Markup
internal import Telling
internal import Web

extension MotionPage {
  /// Who takes part in deciding, and what is recorded of each.
  struct Register: Sendable {
    /// Those who share one weight.
    struct Group: Sendable {
      var name: String
      var members: Int
      /// Nil where nothing says who may.
      var mayVote: Int?
      /// One vote's part of the whole vote; nil where each has one vote.
      var weight: String?
      /// How many votes are on record.
      var recorded: Int
      /// By choice, in the order of `choices`; empty while the ballot is open.
      var votes: [Int]
    }
    struct Voter: Sendable {
      var name: Linked
      /// What the lines of a count call it.
      var id: String
      var category: String?
      var group: String?
      var weight: String?
      /// Observes, suspended; nil where nothing of it is public.
      var standing: String?
      /// What it said once that is told; before, that it voted.
      var vote: String?
      var holder: Linked?
      var interest: String?
      var day: Day?
    }
    /// The day it is shown for.
    var day: Day
    /// Whether seats are the register; else partners are.
    var isOfSeats = false
    var groups: [Group] = []
    /// The choices that were made, in the reader's language.
    var choices: [String] = []
    var voters: [Voter] = []
    var all = 0
    /// Why it cannot be drawn up.
    var fault: Said?
    var next: Address?
  }

  func registerSection(_ page: Page) -> HTML {
    let words = page.words
    let date = ["date": words.dateInSentence(When(register.day))]
    let hint =
      register.isOfSeats
      ? words["motions.register.seats", date] : words["motions.register.partners", date]
    if let fault = register.fault {
      return page.section(words["motions.register"], hint: hint, "<p class=\"note\">\(page.said(fault))</p>")
    }
    guard register.all > 0 else {
      return page.section(words["motions.register"], hint: hint, page.empty(words["motions.register.none"]))
    }
    return page.section(
      words["motions.register"], hint: hint, id: "register", wide: true,
      """
      \(groupTable(page))\(voterTable(page))\(page.next(register.next))\
      <p class="s m"><a\(href: page.link(.motion(id), as: .csv))>\(words["motions.ballots.csv"])</a></p>
      """)
  }

  private func groupTable(_ page: Page) -> HTML {
    let words = page.words
    let groups = register.groups
    let (isWeighed, isTold) = (
      groups.contains { $0.weight != nil }, groups.contains { $0.mayVote != nil }
    )
    func cells(_ group: Register.Group) -> [HTML] {
      ["\(group.name)", page.number(group.members)]
        + (isTold ? [group.mayVote.map { page.number($0) } ?? ""] : [])
        + (isWeighed ? [group.weight.map { "<bdi>\($0)</bdi>" } ?? ""] : [])
        + [page.number(group.recorded)] + group.votes.map { page.number($0) }
    }
    let total = Register.Group(
      name: words["ruling.overall"], members: groups.reduce(0) { $0 + $1.members },
      mayVote: isTold ? groups.reduce(0) { $0 + ($1.mayVote ?? 0) } : nil,
      recorded: groups.reduce(0) { $0 + $1.recorded },
      votes: register.choices.indices.map { index in groups.reduce(0) { $0 + $1.votes[index] } })
    return page.table(
      TableView(
        words["motions.groups"], remark: words.count("count.voter", register.all),
        columns: [.init(words["column.part"]), .init(words["motions.members"], isNumber: true)]
          + (isTold ? [.init(words["motions.mayVote"], isNumber: true)] : [])
          + (isWeighed ? [.init(words["motions.weight"], isNumber: true)] : [])
          + [.init(words["motions.recorded"], isNumber: true)]
          + register.choices.map { .init($0, isNumber: true) },
        rows: groups.map(cells), foot: groups.count > 1 ? cells(total) : nil))
  }

  private func voterTable(_ page: Page) -> HTML {
    let words = page.words
    let voters = register.voters
    func named(_ voter: Register.Voter) -> HTML {
      "\(page.linked(voter.name))<br><bdi class=\"s m\" dir=\"ltr\">\(voter.id)</bdi>"
    }
    /// A column that would be empty is left out.
    func column(_ name: String, _ cell: @escaping (Register.Voter) -> HTML?) -> [(String, [HTML])] {
      let cells = voters.map(cell)
      return cells.contains { $0 != nil } ? [(name, cells.map { $0 ?? "" })] : []
    }
    let columns =
      [(words["motions.voter"], voters.map(named))]
      + column(words["column.category"]) { $0.category.map { "\($0)" } }
      + column(words["column.part"]) { $0.group.map { "\($0)" } }
      + column(words["motions.weight"]) { $0.weight.map { "<bdi>\($0)</bdi>" } }
      + column(words["motions.standing"]) { $0.standing.map { "\($0)" } }
      + column(words["motions.vote"]) { $0.vote.map { "\($0)" } }
      + column(words["motions.proxy"]) { $0.holder.map { page.linked($0) } }
      + column(words["motions.interest"]) { $0.interest.map { "\($0)" } }
      + column(words["column.date"]) { $0.day.map { page.date(When($0)) } }
    return page.table(
      TableView(
        words["motions.voters"],
        remark: words[
          "list.shown",
          ["shown": words.number(Double(voters.count)), "all": words.number(Double(register.all))]],
        columns: columns.map { .init($0.0) },
        rows: voters.indices.map { row in columns.map { $0.1[row] } }))
  }
}
