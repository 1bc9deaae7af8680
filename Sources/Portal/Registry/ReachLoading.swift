internal import Charters
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  /// Named partners by main sector, as the charter in force counts them.
  func sectors() throws -> [PartnersPage.Sector] {
    guard let charter else { return [] }
    let bySector = try counts.counts("partners-by-sector \(day)", at: page.head?.number ?? 0) {
      try connection.partnersBySector(on: day)
    }
    return SectorCount.count(bySector, under: charter).map { count in
      PartnersPage.Sector(
        name: words.term("sector", count.sector), partners: count.partners,
        apart: count.apart.sorted { $0.key < $1.key }.map { (words.term("sector", $0.key), $0.value) })
    }
  }

  /// Partners and those represented in addition, apart and together; empty where no partner is named.
  func reach() throws -> [FigureView] {
    let kept = try counts.counts("reach on \(day)", at: page.head?.number ?? 0) {
      let reach = try connection.reach(on: day)
      return ["partners": reach.partners, "listed": reach.listed, "estimated": reach.estimated]
    }
    let reach = Reach(
      partners: kept["partners"] ?? 0, listed: kept["listed"] ?? 0, estimated: kept["estimated"] ?? 0)
    guard reach.partners > 0 else { return [] }
    func figure(_ name: String, _ value: Int, _ mark: FigureView.Mark = .computed) -> FigureView {
      FigureView(name: name, amount: .number(Double(value)), mark: mark)
    }
    return [
      figure(words["partners.reach.partners"], reach.partners),
      figure(words["partners.reach.listed"], reach.listed),
      figure(
        words["partners.reach.estimated"], reach.estimated,
        reach.estimated > 0 ? .qualifier(.estimated) : .computed),
      figure(
        words["partners.reach.total"], reach.total,
        reach.qualifier == .exact ? .computed : .qualifier(reach.qualifier)),
    ]
  }

  /// What is said of representation by sources that name no partner.
  func spokenFor() throws -> [Statement] {
    try connection.all(Representation.self, "WHERE partner IS NULL ORDER BY id").compactMap { line in
      line.text.map {
        Statement(
          said($0), Basis(line.provenance), route: .record(kind: Representation.kind, id: line.id.text))
      }
    }
  }
}
