internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The first page: what the partnership is for, how it stands, what is new, who takes part.
struct HomePage: PageView {
  struct Area: Sendable {
    var name: Linked
    var text: Said?
    var basis: Basis
    /// A part that is to end: when, as far as it is known, in words.
    var plannedEnd: Said?
  }
  enum Map: Sendable {
    /// Partners by country. `total` counts also those without a country.
    case partners([String: Int], total: Int, basis: Basis?)
    /// No partner has a country; what is known by country instead, such as the Parties to the treaty.
    case others([String: Int], caption: Said, heading: Said, basis: Basis?)
    /// Nothing is known by country.
    case nothing
  }

  var name: Said
  var goal: Statement?
  /// How the partnership came about and where it stands, oldest first.
  var standing: [Dated]
  /// How it is tied to the treaty on the day shown.
  var now: Statement?
  /// Two to four.
  var figures: [FigureView]
  /// Newest first.
  var news: [Dated]
  var map: Map
  var areas: [Area]
  /// What its projects add up to; nil where the charter carries nothing up.
  var rolledUp: RollUpText?
  /// What the founding texts say about taking part.
  var joining: [Statement]

  func title(on page: Page) -> Said { name }

  func body(on page: Page) -> HTML {
    """
    \(head(page))
    \(page.figures(figures))
    \(newsSection(page))\(mapSection(page))\(areaSection(page))\
    \(rolledUp.map { page.rolledUpNumbers($0) })\(joiningSection(page))
    """
  }

  private func head(_ page: Page) -> HTML {
    """
    <div class="lead side end"><div class="stack"><h1>\(page.said(name))</h1>\
    \(goal.map { "<p class=\"goal\">\(page.said($0.text))</p><p class=\"src\">\(goalSource($0, page))</p>" as HTML })\
    </div>\(standingList(page))</div>
    """
  }

  private func goalSource(_ goal: Statement, _ page: Page) -> HTML {
    "\(page.words["home.goal"]) \(page.basis(goal.basis))"
  }

  private func standingList(_ page: Page) -> HTML {
    guard !standing.isEmpty || now != nil else { return "" }
    return """
      <aside aria-labelledby="standing"><h2 class="s m" id="standing">\(page.words["home.standing"])</h2>\
      <ol class="lines tight dated bare">\(standing, { item in
        "<li>\(page.time(item.when))<span>\(page.linked(item.title)) \(page.basis(item.basis))</span></li>\n"
      })\(now.map { item in
        """
        <li><time datetime="\(page.asOf.description)">\(page.words["home.now"])</time>\
        <span><b>\(page.linked(Linked(item.text, item.route)))</b> \(page.basis(item.basis))</span></li>
        """ as HTML
      })</ol></aside>
      """
  }

  private func newsSection(_ page: Page) -> HTML {
    guard !news.isEmpty else { return "" }
    return page.section(page.words["home.news"], hint: page.words["home.news.hint"], page.dated(news))
  }

  private func mapSection(_ page: Page) -> HTML {
    let words = page.words
    let matter: HTML
    switch map {
    case .nothing: matter = page.empty(words["home.map.none"])
    case .partners(let counts, let total, let basis):
      let placed = counts.values.reduce(0, +)
      let countries = counts.count { $0.value > 0 }
      let frame = ChartFrame(
        id: "map",
        caption: words[
          "home.map.caption",
          ["placed": words.number(Double(placed)), "total": words.count("count.partner", total)]],
        reading: words["home.map.reading"],
        description: words[
          "home.map.description",
          [
            "partners": words.count("count.partner", placed),
            "countries": words.count("count.country", countries),
          ]],
        basis: basis,
        data: page.link(.partners, as: .csv))
      matter = page.tileMap(frame, TileMap(counts: counts, heading: words["column.partners"]))
    case .others(let counts, let caption, let heading, let basis):
      let frame = ChartFrame(
        id: "map", caption: caption.text, reading: words["home.map.reading.others"],
        description: words.count("count.country", counts.count { $0.value > 0 }), basis: basis)
      matter =
        "\(page.empty(words["home.map.none"]))\(page.tileMap(frame, TileMap(counts: counts, heading: heading.text)))"
    }
    return page.section(words["home.map"], hint: words["home.map.hint"], wide: true, matter)
  }

  private func areaSection(_ page: Page) -> HTML {
    guard !areas.isEmpty else { return "" }
    return page.section(
      page.words.count("home.areas", areas.count), hint: page.words["home.areas.hint"],
      """
      <ol class="lines pairs bare">\(areas, { area in
        """
        <li><h3>\(page.linked(area.name))</h3><p class="s m">\(area.text.map { "\(page.said($0)) " as HTML })\
        \(area.plannedEnd.map { "\(page.mark($0.text)) " as HTML })\(page.basis(area.basis))</p></li>

        """
      })</ol><p><a\(href: page.link(.areas))>\(page.words["home.areas.all"])</a></p>
      """)
  }

  private func joiningSection(_ page: Page) -> HTML {
    guard !joining.isEmpty else { return "" }
    return page.section(page.words["home.join"], page.statements(joining))
  }
}
