public import Charters
public import Kernel

/// Partners of one main sector, with those of its movable sectors that the charter shows apart (A2).
public struct SectorCount: Sendable, Hashable {
  public let sector: String
  public let partners: Int
  /// Of these, how many belong to a sector that is shown by itself.
  public let apart: [String: Int]

  /// Every partner in exactly one main sector, as the charter counts them. The record keeps the sector that the
  /// partner named, so that another charter counts the same partners anew and nothing is lost.
  ///
  /// - Throws: a `Refusal` that names the first partner whose sector the charter does not know.
  public static func count(_ partners: [Partner], under charter: Charter) throws -> [SectorCount] {
    for partner in partners { _ = try partner.mainSector(under: charter) }
    return count(Dictionary(partners.map { ($0.sector, 1) }, uniquingKeysWith: +), under: charter)
  }

  /// The same of partners that are counted by the sector on their record. Whoever names a sector that this charter does
  /// not know is in none of its counts.
  public static func count(_ partners: [String: Int], under charter: Charter) -> [SectorCount] {
    charter.mainSectors.map { main in
      let own = partners.filter { charter.mainSector(of: $0.key) == main.id }
      return SectorCount(
        sector: main.id, partners: own.values.total(),
        apart: own.filter { $0.key != main.id && charter.shownSector(of: $0.key) == $0.key })
    }
  }
}

extension Partner {
  /// - Throws: a `Refusal` if the charter does not know the partner's sector.
  public func mainSector(under charter: Charter) throws -> String {
    if let main = charter.mainSector(of: sector) { return main }
    throw unknownSector(under: charter)
  }

  /// What the charter says against a partner's category, sector and areas; nothing where all are its own.
  public func refusals(under charter: Charter) -> [Refusal] {
    var refusals: [Refusal] = []
    if !charter.mainSectors.isEmpty, charter.mainSector(of: sector) == nil {
      refusals.append(unknownSector(under: charter))
    }
    if !charter.categories.isEmpty, !charter.categories.contains(where: { $0.id == category }) {
      refusals.append(
        Refusal(
          "category",
          [
            "charter": .text(charter.label), "category": "\(category.prefix(60))",
            "known": .list(charter.categories.map(\.id)),
          ], field: "category"))
    }
    let parts = charter.areas.map(\.id) + charter.topics.map(\.id)
    for area in areas where !parts.contains(area) {
      refusals.append(
        Refusal(
          "area", ["charter": .text(charter.label), "area": "\(area.prefix(60))", "known": .list(parts)],
          field: "areas"))
    }
    return refusals
  }

  private func unknownSector(under charter: Charter) -> Refusal {
    let known = charter.mainSectors.map(\.id) + charter.movableSectors.map(\.id)
    return Refusal(
      "sector", ["charter": .text(charter.label), "sector": "\(sector.prefix(60))", "known": .list(known)],
      field: "sector")
  }
}
