internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// What would move if another option were put in force. Looking at it changes nothing.
struct SwitchPage: PageView {
  struct Choice: Sendable {
    /// As it is typed: `3`.
    var word: String
    var name: String
  }
  struct Move: Sendable {
    var subject: Linked
    var question: String
    var from: String
    var to: String
    var state: String
  }
  struct Sort: Sendable {
    var name: String
    /// The first of them; `count` is all.
    var moves: [Move]
    var count: Int
  }
  /// A verb that others could do then.
  struct Right: Sendable {
    var verb: String
    var before: String
    var after: String
  }
  struct Preview: Sendable {
    var heading: String
    var deciders: String
    var stays: String
    var sorts: [Sort]
    var rights: [Right]
  }

  /// Options that are not in force.
  var choices: [Choice]
  var chosen: String?
  var since: Day
  /// Nil until an option is chosen.
  var preview: Preview?

  /// Rows shown of one sort; the data hold all.
  static let most = 100
  static let option = "to"
  static let since = "since"

  func title(on page: Page) -> Said { Said(page.words["options.move"]) }

  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.options"]), .options)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    guard !choices.isEmpty else {
      return """
        \(page.lead(title(on: page)))\(page.empty(words["options.move.none"]))\
        <p class="row go"><a class="btn alt"\(href: page.link(.addOption))>\(words["options.add"])</a></p>
        """
    }
    return """
      \(page.lead(title(on: page), Said(words["options.move.hint"])))\(form(page))\
      \(preview.map { told($0, page) })
      """
  }

  private func form(_ page: Page) -> HTML {
    let words = page.words
    let own = page.address.filters.filter { $0.name == Address.own }
    return """
      <form method="get"\(action: Link(path: page.address.path))><div class="row dry">\
      <div><label for="to">\(words["options.move.to"])</label><select id="to" name="\(Self.option)">\(choices, { choice in
        "<option value=\"\(choice.word)\"\(attribute: "selected", if: choice.word == chosen)>\(choice.name)</option>"
      })</select></div>\
      <div><label for="since">\(words["options.move.since"])</label>\
      <input class="w5" type="date" id="since" name="\(Self.since)" value="\(since.description)"></div>\
      \(own, { page.hidden($0.name, $0.value) })\(page.hidden("as_of", page.address.asOf?.description))\
      \(page.hidden("lang", page.address.language?.rawValue))\
      <button class="btn">\(words["options.move.look"])</button></div></form>
      """
  }

  private func told(_ preview: Preview, _ page: Page) -> HTML {
    let words = page.words
    return """
      \(page.section(
        words["options.move.result"], id: "result",
        "<p>\(preview.heading)</p><p>\(preview.deciders)</p><p>\(preview.stays)</p>"))\
      \(preview.sorts, { sort in
        page.section(sort.name, wide: true, "\(page.table(table(sort, words, page)))")
      })\
      \(preview.rights.isEmpty
        ? nil : page.section(words["move.rights"], wide: true, "\(page.table(table(preview.rights, words)))"))
      """
  }

  private func table(_ rights: [Right], _ words: Words) -> TableView {
    TableView(
      words["move.rights"], repeatsHeading: true,
      columns: ["options.move.what", "options.move.from", "options.move.goes"].map {
        TableView.Column(words[$0])
      },
      rows: rights.map { ["\($0.verb)", "\($0.before)", "\($0.after)"] })
  }

  private func table(_ sort: Sort, _ words: Words, _ page: Page) -> TableView {
    TableView(
      sort.name,
      remark: sort.moves.count < sort.count
        ? words[
          "list.shown",
          ["shown": words.number(Double(sort.moves.count)), "all": words.number(Double(sort.count))]]
        : nil, repeatsHeading: sort.moves.count == sort.count,
      columns: [
        words["options.move.what"], words["column.question"], words["options.move.from"],
        words["options.move.goes"], words["options.move.state"],
      ].map { TableView.Column($0) },
      rows: sort.moves.map { move in
        [
          "\(page.linked(move.subject))", "\(move.question)", "\(move.from)", "\(move.to)", "\(move.state)",
        ]
      })
  }
}
