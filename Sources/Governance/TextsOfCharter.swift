public import Charters
internal import Kernel
internal import Registry

extension GoverningDocument {
  /// The governing texts that the editions of a charter name: one record a text and edition.
  ///
  /// A text without a date of its own is taken to be as old as the edition that names it, and says so. One that the
  /// next edition drops ended before that came.
  public static func made(of editions: [Charter]) -> [GoverningDocument] {
    editions.enumerated().flatMap { index, edition in
      let next = editions.dropFirst(index + 1).first
      return edition.documents.map { text in
        var ground = text.ground
        if text.since == nil { ground.qualifier = .inferred }
        let isDropped = next.map { !$0.documents.contains { $0.id == text.id } } ?? false
        return GoverningDocument(
          id: ID("\(text.id)-\(edition.edition)"), document: text.id, name: text.name,
          edition: edition.edition,
          period: Period(
            since: text.since ?? edition.period.since,
            until: isDropped ? next?.period.since?.preceding : nil),
          over: text.over, areas: [],
          decidedBy: edition.decides.first { $0.subject == text.id }?.bodies.first.map { Body.ID($0) },
          decision: nil,
          provenance: ground.provenance)
      }
    }
  }
}

extension TreatyPhase {
  /// The phases of every treaty that the editions name; what an older edition said stays.
  public static func made(of editions: [Charter]) -> [TreatyPhase] {
    var made: [TreatyPhase] = []
    for treaty in editions.flatMap(\.treaties) {
      for phase in treaty.phases {
        let id = ID("\(treaty.id)-\(phase.phase)")
        guard !made.contains(where: { $0.id == id }) else { continue }
        made.append(
          TreatyPhase(
            id: id, treaty: Treaty.ID(treaty.id), phase: phase.phase, since: phase.since,
            provenance: phase.ground.provenance))
      }
    }
    return made
  }
}

extension CharterEdition {
  /// The editions as records, each in force until the next begins.
  ///
  /// - Parameter texts: the charters with their files.
  public static func made(of texts: [(charter: Charter, text: String)]) -> [CharterEdition] {
    let sorted = texts.sorted { ($0.charter.period.since ?? When(0)) < ($1.charter.period.since ?? When(0)) }
    return sorted.enumerated().map { index, item in
      let next = index + 1 < sorted.count ? sorted[index + 1].charter.period.since : nil
      return CharterEdition(
        id: ID("\(item.charter.id)-\(item.charter.edition)"), charter: item.charter.id,
        edition: item.charter.edition,
        period: Period(since: item.charter.period.since, until: item.charter.period.until ?? next?.preceding),
        decision: nil, text: item.text)
    }
  }
}
