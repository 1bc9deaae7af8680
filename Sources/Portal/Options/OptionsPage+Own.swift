internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The options that the reader added, each to be changed, taken out or carried into a charter.
extension OptionsPage {
  struct Own: Sendable {
    /// “Option 4”.
    var label: String
    var name: Said
    var change: Address
    /// The page without it.
    var without: Address
    /// It, as lines of a charter.
    var lines: String
  }
  struct Doors: Sendable {
    var own: [Own]
    /// The form that adds one; nil where there is room for no more.
    var add: Address?
    /// What a switch would move; nil where there is nothing to switch to.
    var move: Address?
  }

  func ownSection(_ doors: Doors, _ page: Page) -> HTML {
    let words = page.words
    return page.section(
      words["options.yours"], hint: words["options.yours.hint"], id: "own",
      """
      \(doors.own.isEmpty ? nil : "<ul class=\"lines bare\">\(doors.own, { own($0, page) })</ul>" as HTML)\
      <p class="row go">\(doors.add.map { "<a class=\"btn alt\"\(href: $0.link)>\(words["options.add"])</a>" as HTML }
        ?? "\(words["options.add.full"])")\
      \(doors.move.map { "<a class=\"btn alt\"\(href: $0.link)>\(words["options.move"])</a>" as HTML })</p>
      """)
  }

  private func own(_ own: Own, _ page: Page) -> HTML {
    let words = page.words
    return """
      <li><p class="row"><span>\(own.label): \(page.plain(own.name))</span> \
      <a\(href: own.change.link) aria-label="\(words["options.own.change.which", ["option": own.label]])">\
      \(words["options.own.change"])</a> \
      <a\(href: own.without.link) aria-label="\(words["options.own.without.which", ["option": own.label]])">\
      \(words["options.own.without"])</a></p>\
      <details><summary>\(words["options.own.lines"])</summary><p class="s m">\(words["options.own.lines.hint"])</p>\
      <pre class="scroll s" tabindex="0" dir="ltr">\(own.lines)</pre></details></li>
      """
  }
}
