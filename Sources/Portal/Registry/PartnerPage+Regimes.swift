internal import Markup
internal import Telling
internal import Web

extension PartnerPage {
  /// Duties and commitments side by side, and never in one list (A29).
  func regimeSection(_ regimes: RegimesText, _ page: Page) -> HTML {
    let words = page.words
    return page.section(
      words["regime.heading"], hint: words["regime.hint"], id: "regimes", wide: true,
      """
      <div class="cols"><div class="stack"><h3 class="lg">\(words["regime.treaty"])</h3>\(treaties(regimes, page))</div>\
      <div class="stack"><h3 class="lg">\(words["regime.partnership"])</h3>\(commitments(regimes, page))</div></div>
      """)
  }

  private func treaties(_ regimes: RegimesText, _ page: Page) -> HTML {
    let words = page.words
    guard !regimes.treaties.isEmpty else { return page.empty(words["regime.noTreaty"]) }
    return """
      \(regimes.treaties, { side in
        """
        <p><b>\(page.said(side.name))</b></p><p class="note">\(page.statement(side.standing))</p>\
        \(group(words["regime.reports"], side.reports, page))\
        \(side.heed.map { "<p>\(page.statement($0))</p>" as HTML })\
        \(side.acts.map { "<p>\(page.statement($0))</p>" as HTML })\
        \(group(side.isBound ? words["regime.duties"] : words["regime.duties.later"], side.duties, page))
        """
      })
      """
  }

  private func commitments(_ regimes: RegimesText, _ page: Page) -> HTML {
    let words = page.words
    return """
      \(regimes.rights.map { "<p class=\"note\">\(page.statement($0))</p>" as HTML })\
      \(regimes.promised.isEmpty
        ? page.empty(words["partner.promised.none"]) : group(words["partner.promised"], regimes.promised, page))\
      \(regimes.reports.isEmpty
        ? "<p><b>\(words["regime.reports"])</b></p><p>\(words["regime.reports.none"])</p>"
        : group(words["regime.reports"], regimes.reports, page))\
      \(group(words["regime.leads"], regimes.leads, page))\
      \(group(words["regime.activities"], regimes.activities, page))\
      \(group(words["regime.pledges"], regimes.pledges, page))
      """
  }

  private func group(_ heading: String, _ lines: [RegimesText.Line], _ page: Page) -> HTML {
    guard !lines.isEmpty else { return "" }
    return """
      <p><b>\(heading)</b></p><ul class="lines tight bare">\(lines, { line in
        """
        <li>\(page.linked(Linked(line.text, line.route)))\
        \(line.detail.map { $0.text.isEmpty ? "" : "<br><span class=\"s m\">\(page.said($0))</span>" as HTML }) \
        \(page.basis(line.basis))</li>
        """
      })</ul>
      """
  }
}
