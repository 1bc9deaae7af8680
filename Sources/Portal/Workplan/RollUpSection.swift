internal import Markup
internal import Telling
internal import Web

extension Page {
  /// Numbers carried up from projects, each with the answer to why it is what it is.
  func rollUpSection(_ text: RollUpText) -> HTML {
    guard !text.numbers.isEmpty else { return "" }
    return section(
      words["rollup.heading"], hint: words["rollup.hint"], id: "roll-up", wide: true,
      """
      <ul class="lines bare">\(text.numbers, { number in
        """
        <li><h3>\(said(number.name))</h3><p>\(value(number))</p>\
        <p class="s m">\([number.reported, number.years].compactMap { $0 }.joined(separator: " \u{B7} "))\
        \(number.isDisputed ? " \(mark(words["rollup.disputed"]))" as HTML : nil)</p>\(why(number))</li>

        """
      })</ul>
      """)
  }

  /// The numbers alone, and where they are told whole.
  func rolledUpNumbers(_ text: RollUpText) -> HTML {
    let known = text.numbers.filter { $0.figure != nil }
    guard !known.isEmpty else { return "" }
    var areas: [Linked] = []
    for area in known.flatMap(\.areas) where !areas.contains(area) { areas.append(area) }
    return section(
      words["rollup.heading"], hint: words["rollup.hint"],
      """
      \(facts(known.compactMap { number in
        number.figure.map { Fact(number.name.text, .list([.figure($0), .text(Said(number.reported))])) }
      }))<p>\(words["rollup.where"]) \(linked(areas))</p>
      """)
  }

  private func value(_ number: RollUpText.Number) -> HTML {
    number.figure.map { figure($0) } ?? "<span class=\"m\">\(number.absence ?? "")</span>"
  }

  private func why(_ number: RollUpText.Number) -> HTML {
    """
    <details><summary>\(number.figure == nil ? words["rollup.whyNone"] : words["rollup.why"])</summary>\
    <div><p>\(number.method)</p>\(number.reasons, { "<p>\(statement($0))</p>" })\
    \(lines(number.parts, words["rollup.parts"], words["rollup.remark"]))\
    \(lines(number.leftOut, words["rollup.leftOut"], words["rollup.reason"]))\
    \(silent(number.silent))\
    <p class="src">\(words["rollup.rule"]) \(number.rules.joined(separator: "; "))</p></div></details>
    """
  }

  private func lines(_ lines: RollUpText.Lines<RollUpText.Line>, _ caption: String, _ remark: String) -> HTML
  {
    guard lines.count > 0 else { return "" }
    return table(
      TableView(
        caption, remark: rest(lines.shown.count, of: lines.count),
        columns: [
          .init(words["column.activity"]), .init(words["field.amount"], isNumber: true),
          .init(words["column.period"]), .init(remark), .init(words["column.source"]),
        ],
        rows: lines.shown.map { line in
          [
            line.project.map { linked($0) } ?? notStated, figure(line.number), "\(line.year)",
            "\(line.remark)", basis(line.basis),
          ]
        }))
  }

  private func silent(_ projects: RollUpText.Lines<Linked>) -> HTML {
    guard projects.count > 0 else { return "" }
    return """
      <p><b>\(words["rollup.silent"])</b> \(linked(projects.shown))\
      \(rest(projects.shown.count, of: projects.count).map { " \($0)" as HTML })</p>
      """
  }

  /// What a long list leaves out, and where it stands whole.
  private func rest(_ shown: Int, of count: Int) -> String? {
    guard shown < count else { return nil }
    return words["rollup.more", ["shown": words.number(Double(shown)), "count": words.number(Double(count))]]
  }
}
