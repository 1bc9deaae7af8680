internal import Charters
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  /// How many partners one page of the list shows.
  private static let pageLength = 100

  func partners() throws -> PartnersPage {
    let address = page.address
    let chosen = Dictionary(address.filters.map { ($0.name, $0.value) }) { first, _ in first }.filter {
      !$0.value.isEmpty
    }
    var query: Query = "WHERE \(Query.isMember(on: day))"
    if let sector = chosen["sector"] { query = query + " AND sector = \(sector)" }
    if let category = chosen["category"] { query = query + " AND category = \(category)" }
    if let area = chosen["area"] {
      let pattern = "%\"" + area.filter { $0 != "%" && $0 != "_" } + "\"%"
      query =
        query
        + (connection.dialect == .sqlite
          ? " AND areas LIKE \(pattern)" : " AND CAST(areas AS text) LIKE \(pattern)")
    }
    let (shown, goesOn) = try partners(query, chosen: chosen, length: Self.pageLength)
    let named = try partnersByCountry().values.reduce(0, +)
    var next: Address?
    if goesOn, let last = shown.last {
      next = address
      next?.filters =
        address.filters.filter { $0.name != "cursor" } + [.init(name: "cursor", value: last.id.text)]
    }
    let counts = try latestCounts()
    return PartnersPage(
      figures: counts.first.map { first in
        var figure = first
        figure.others = Array(counts.dropFirst())
        return [figure]
      } ?? [],
      sectors: try sectors(), reach: try reach(), spokenFor: try spokenFor(),
      counts: try countPoints(), breakdowns: try breakdowns(), filters: named > 0 ? try filters(chosen) : [],
      rows: try shown.map(row), named: named, next: next)
  }

  /// By what the charter divides partners: its sectors, categories and areas.
  private func filters(_ chosen: [String: String]) throws -> [Filter] {
    func options(_ names: [(id: String, name: Translated)]) -> [Filter.Option] {
      names.map { .init(value: $0.id, name: said($0.name)) }
    }
    let sectors =
      (charter?.mainSectors ?? []).map { ($0.id, $0.name) }
      + (charter?.movableSectors ?? []).map { ($0.id, $0.name) }
    let areas = try valid(Area.self, "ORDER BY number, id").map { ($0.id.text, $0.name) }
    return [
      Filter(
        name: "sector", label: words["filter.sector"], options: options(sectors), chosen: chosen["sector"]),
      Filter(
        name: "category", label: words["filter.category"],
        options: options((charter?.categories ?? []).map { ($0.id, $0.name) }),
        chosen: chosen["category"]),
      Filter(name: "area", label: words["filter.area"], options: options(areas), chosen: chosen["area"]),
    ].filter { !$0.options.isEmpty }
  }

  private func row(_ partner: Partner) throws -> PartnersPage.Row {
    let spoken = try connection.all(
      Representation.self, "WHERE partner = \(partner.id) AND estimate IS NOT NULL LIMIT 1")
    return PartnersPage.Row(
      name: Linked(said(partner.name), .partner(partner.id.text)),
      category: words.term("category", partner.category),
      sector: words.term("sector", partner.sector),
      place: partner.country.map { CountryNames.shared.name(of: $0.code, in: language) },
      areas: try areas(partner.areas),
      since: partner.membership.since,
      represents: spoken.first?.estimate.map {
        FigureView(name: words["column.represents"], $0, showsUnit: false)
      },
      basis: Basis(partner.provenance))
  }

  /// Every whole that sources count, as dots over time.
  private func countPoints() throws -> [CountsOverTime.Point] {
    try connection.all(PartnerCount.self, "WHERE part_of IS NULL AND date <= \(day) ORDER BY date, id")
      .compactMap { count in
        count.count.value.map {
          CountsOverTime.Point(
            when: count.date, value: $0, qualifier: count.count.qualifier,
            sources: Basis(count.provenance).sources,
            note: said(count.text), route: .record(kind: PartnerCount.kind, id: count.id.text))
        }
      }
  }

  private func breakdowns() throws -> [PartnersPage.Breakdown] {
    let parts = try connection.all(
      PartnerCount.self, "WHERE part_of IS NOT NULL AND date <= \(day) ORDER BY id")
    return Dictionary(grouping: parts) { $0.date }.sorted { $0.key < $1.key }.map { date, parts in
      PartnersPage.Breakdown(
        caption: Said(words["partners.parts"]), asOf: date,
        parts: parts.map { part in
          let name = words.term("category", part.category ?? "other")
          return .init(
            name: name,
            figure: FigureView(
              name: name, part.count, showsUnit: false,
              route: .record(kind: PartnerCount.kind, id: part.id.text)))
        },
        basis: Basis(parts[0].provenance))
    }
  }

  func partner(_ id: String) throws -> PartnerPage? {
    guard let partner = try one(Partner.ID(id)),
      partner.membership.since != nil || [.admitted, .suspended, .withdrawn].contains(partner.state)
    else {
      return nil
    }
    let basis = Basis(partner.provenance)
    return PartnerPage(
      name: said(partner.name), state: state(partner.state.rawValue),
      facts: [
        Fact(words["column.category"], .text(Said(words.term("category", partner.category))), basis: basis),
        Fact(words["column.sector"], .text(Said(words.term("sector", partner.sector)))),
        Fact(
          words["column.country"],
          partner.country.map { .text(Said(CountryNames.shared.name(of: $0.code, in: language))) }
            ?? .notStated),
        Fact(words["column.areas"], .linked(try areas(partner.areas))),
        Fact(words["field.membership"], .period(partner.membership)),
      ]
        + (try connection.all(EarlierMembership.self, "WHERE partner = \(partner.id) ORDER BY id").map {
          Fact(words["kind.earlier-membership"], .period($0.period), basis: Basis($0.provenance))
        }),
      promised: partner.contribution.isEmpty ? [] : [Statement(Said(partner.contribution), basis)],
      regimes: try charter.map { charter in
        RegimesText(
          try connection.regimes(of: partner, under: charter, on: day), under: charter,
          of: partner.country, in: language)
      },
      id: id)
  }
}
