internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// Where a reader adds an option of their own to the comparison: how the whole is tied, and which parts otherwise.
struct AddOptionPage: PageView {
  struct Choice: Sendable, Hashable {
    /// A tie as it is written: `2`, `formal:cop`.
    var tie: String
    var name: String
  }
  struct Group: Sendable {
    var label: String
    var choices: [Choice]
  }
  struct Part: Sendable {
    var id: String
    var name: Said
  }

  /// What the whole may follow or be tied to; the parts may be tied in the same ways.
  var ties: [Group]
  var areas: [Part]
  var streams: [Part]
  /// What was filled in before.
  var filled: FilledOption
  /// Why what was sent makes no option.
  var refusal: Said?
  /// The lines of the options there are, which the form sends along.
  var kept: [String]
  var isFull: Bool

  func title(on page: Page) -> Said { Said(page.words["options.add"]) }

  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.options"]), .options)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["options.add.hint"])))\
      \(isFull ? page.empty(words["options.add.full"]) : form(page))
      """
  }

  private func form(_ page: Page) -> HTML {
    let words = page.words
    return """
      <form method="get"\(action: Link(path: page.address.path))>\
      \(refusal.map { "<div class=\"errs\" role=\"alert\"><p>\(page.said($0))</p></div>" as HTML })\
      \(whole(page))\(parts(words["nav.areas"], areas, page))\(parts(words["options.streams"], streams, page))\
      \(kept, { page.hidden("own", $0) })\(page.hidden("as_of", page.address.asOf?.description))\
      \(page.hidden("lang", page.address.language?.rawValue))\
      <p class="row go"><button class="btn" name="\(FilledOption.sent)" value="1">\(words["options.add.go"])</button></p>\
      </form>
      """
  }

  private func whole(_ page: Page) -> HTML {
    let words = page.words
    return page.section(
      words["options.whole"],
      """
      <div class="grid two"><div><label for="own-name">\(words["options.add.name"])</label>\
      <input id="own-name" name="\(FilledOption.name)" value="\(filled.name)" required maxlength="80" autocomplete="off">\
      </div>\(tie(FilledOption.usual, words["options.add.usual"], filled.usual, blank: nil))</div>
      """)
  }

  private func parts(_ heading: String, _ parts: [Part], _ page: Page) -> HTML {
    guard !parts.isEmpty else { return "" }
    return page.section(
      heading, hint: page.words["options.add.parts"],
      """
      <div class="grid two">\(parts, { part in
        tie(
          FilledOption.part(part.id), part.name.text, filled.parts[part.id] ?? "",
          blank: page.words["options.add.asThat"])
      })</div>
      """)
  }

  private func tie(_ name: String, _ label: String, _ chosen: String, blank: String?) -> HTML {
    let isOffered = chosen.isEmpty || ties.contains { $0.choices.contains { $0.tie == chosen } }
    return """
      <div><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)">\
      \(blank.map { "<option value=\"\">\($0)</option>" as HTML })\
      \(isOffered ? nil : choice(Choice(tie: chosen, name: chosen), chosen))\(ties, { group in
        "<optgroup label=\"\(group.label)\">\(group.choices, { choice($0, chosen) })</optgroup>"
      })</select></div>
      """
  }

  private func choice(_ choice: Choice, _ chosen: String) -> HTML {
    "<option value=\"\(choice.tie)\"\(attribute: "selected", if: choice.tie == chosen)>\(choice.name)</option>"
  }
}
