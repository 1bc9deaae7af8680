internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The options side by side, worked out from the charter and the records as of the day shown.
struct OptionsPage: PageView {
  struct Head: Sendable {
    var number: Int
    /// “Option 1”; the linkage in force where it follows no option.
    var label: String
    var name: Said
    var isInForce: Bool
  }
  struct Answer: Sendable {
    /// The parts it holds for; nil where all answer the same.
    var scope: String?
    var text: String
    /// stated, implied, computed …
    var basis: String
    var sources: [SourceRef]
    /// Rule and place, one sentence each.
    var reasons: [String]
  }
  struct Row: Sendable {
    var question: String
    /// One list for each option, in their order.
    var answers: [[Answer]]
  }
  struct Warning: Sendable {
    var scope: String?
    var text: String
    var sources: [SourceRef]
  }
  /// One part of an option whose parts are tied in different ways.
  struct Part: Sendable {
    var name: Linked
    var tie: StateView
    var reportsTo: String
    var amendedBy: String
    /// Days expected and at longest; nil where no calendar is known.
    var expected: Double?
    var longest: Double?
    var warnings: [String]
  }
  struct Mixed: Sendable {
    var head: Head
    var areas: [Part]
    var streams: [Part]
  }
  struct Gap: Sendable {
    var option: Int
    var name: String
    var currency: String
    /// In major units.
    var need: Double
    var fromMechanism: Double
    var fromOthers: Double
    var gap: Double
  }

  var heads: [Head]
  var rows: [Row]
  var warnings: [[Warning]]
  var mixed: [Mixed]
  var pace: PaceChart
  var load: BarChart
  var gaps: [Gap]
  /// What stays true whatever the linkage.
  var stays: Statement?
  /// The account, one list of sentences for each option; empty where the page does not tell it.
  var account: [[String]]
  /// Options of the reader's own, and where one adds or changes them; nil in a file, which leads nowhere.
  var doors: Doors? = nil

  func title(on page: Page) -> Said { Said(page.words["options.question"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    guard !heads.isEmpty else {
      return
        "\(page.lead(title(on: page)))\(page.section(words["nav.options"], page.empty(words["options.none"])))"
    }
    return """
      \(page.lead(title(on: page), Said(words["options.stand", ["date": words.dateInSentence(When(page.asOf))]])))\
      \(page.section(words["options.compare"], hint: words["options.compare.hint"], id: "compare", wide: true, table(page)))\
      \(doors.map { ownSection($0, page) })\(mixed, { partSection($0, page) })\(measured(page))\(accountSection(page))\
      \(stays.map { page.section(words["options.stays"], hint: words["options.stays.hint"], page.statements([$0])) })
      """
  }

  // MARK: Side by side

  private func table(_ page: Page) -> HTML {
    let words = page.words
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="cmp"><table class="opt pin">\
      <caption id="cmp" class="vh">\(words["options.compare"])</caption>\
      <thead><tr><th scope="col"><span class="vh">\(words["column.question"])</span></th>\(heads, { head in
        """
        <th scope="col"\(attribute: "class", now(head))>\(head.label)\
        <small>\(page.plain(head.name))\(head.isInForce ? ". \(words["options.inForce"])" : "")</small></th>
        """
      })</tr></thead><tbody>\(rows, { row($0, page) })\(warningRow(page))</tbody></table></div>
      """
  }

  private func now(_ head: Head) -> String? { head.isInForce ? "now" : nil }

  private func row(_ row: Row, _ page: Page) -> HTML {
    var html: HTML = "<tr><th scope=\"row\">\(row.question)</th>"
    for (head, answers) in zip(heads, row.answers) {
      html.append("<td\(attribute: "class", now(head))>\(answers, { answer($0, page) })</td>")
    }
    html.append(literal: "</tr>\n")
    return html
  }

  private func answer(_ answer: Answer, _ page: Page) -> HTML {
    """
    <div>\(answer.scope.map { "<span class=\"s m\">\($0)</span><br>" as HTML })\(answer.text)\
    <details><summary>\(page.mark(answer.basis))\(page.sourcesInText(answer.sources))</summary>\
    \(answer.reasons, { "<p class=\"s\">\($0)</p>" })</details></div>
    """
  }

  private func warningRow(_ page: Page) -> HTML {
    var html: HTML = "<tr><th scope=\"row\">\(page.words["options.warnings"])</th>"
    for (head, list) in zip(heads, warnings) {
      html.append("<td\(attribute: "class", now(head))>")
      if !list.isEmpty {
        html.append(
          """
          <ul class="warn">\(list, { warning in
            """
            <li>\(warning.scope.map { "<span class=\"s m\">\($0)</span><br>" as HTML })\(warning.text) \
            <span class="src">\(page.sources(warning.sources))</span></li>
            """
          })</ul>
          """)
      }
      html.append(literal: "</td>")
    }
    html.append(literal: "</tr>")
    return html
  }

  // MARK: Part by part

  private func partSection(_ mixed: Mixed, _ page: Page) -> HTML {
    let words = page.words
    let name = words["options.parts", ["option": mixed.head.label]]
    let columns = [
      words["report.part"], words["options.tie"], words["column.reportsTo"], words["options.amendedBy"],
      words["options.days"], words["options.warnings"],
    ]
    let groups = [(words["nav.areas"], mixed.areas), (words["options.streams"], mixed.streams)].filter {
      !$0.1.isEmpty
    }
    return page.section(
      name, hint: words["options.parts.hint"], id: "parts-\(mixed.head.number)", wide: true,
      """
      <div class="scroll" tabindex="0" role="region" aria-label="\(name)"><table class="pin parts">\
      <thead><tr>\(columns, { "<th scope=\"col\">\($0)</th>" })</tr></thead>\(groups, { group in
        """
        <tbody><tr><th scope="rowgroup" colspan="6" class="grp">\(group.0)</th></tr>\(group.1, { part($0, page) })</tbody>
        """
      })</table></div>
      """)
  }

  private func part(_ part: Part, _ page: Page) -> HTML {
    let days = part.expected.map { expected in
      page.words[
        "options.pace",
        ["expected": page.words.number(expected), "longest": page.words.number(part.longest ?? expected)]]
    }
    return """
      <tr><th scope="row">\(page.linked(part.name))</th><td>\(page.state(part.tie))</td><td>\(part.reportsTo)</td>\
      <td>\(part.amendedBy)</td><td>\(days.map { "\($0)" as HTML } ?? page.notStated)</td>\
      <td>\(part.warnings.isEmpty ? "\u{2013}" : part.warnings.joined(separator: " "))</td></tr>

      """
  }

  // MARK: The account

  private func accountSection(_ page: Page) -> HTML {
    guard !account.isEmpty else { return "" }
    let words = page.words
    return page.section(
      words["options.account"], hint: words["options.account.hint"], id: "account",
      "\(Array(zip(heads, account)), { head, sentences in "<h3>\(head.label): \(page.plain(head.name))</h3>\(sentences, { "<p>\($0)</p>" })" })"
    )
  }
}

extension Page {
  /// Sources as text, for a summary that is itself a control.
  fileprivate func sourcesInText(_ sources: [SourceRef]) -> HTML {
    sources.isEmpty ? "" : " <bdi dir=\"ltr\">\(sources.map(\.label).joined(separator: ", "))</bdi>"
  }
}
