public import Charters
internal import Kernel
internal import Registry

extension GoverningDocument {
  /// The governing texts that the editions of a charter name: one record a text and edition.
  ///
  /// A text's edition is called by the year it has itself, or else by the charter's edition; it is then taken to be as
  /// old as that, and says so. What a later edition repeats from the same source is no new text; what
  /// it drops ended before it came.
  public static func made(of editions: [Charter]) -> [GoverningDocument] {
    var made: [GoverningDocument] = []
    for (index, edition) in editions.enumerated() {
      for text in edition.documents {
        var ground = text.ground
        if text.since == nil { ground.qualifier = .inferred }
        let name = text.since.map { String($0.description.prefix(4)) } ?? edition.edition
        let isRepeated = made.contains { earlier in
          earlier.document == text.id && earlier.provenance.source == ground.source
            && (text.since == nil || earlier.edition == name)
        }
        guard !isRepeated else { continue }
        let dropped = editions.dropFirst(index + 1).first { later in
          !later.documents.contains { $0.id == text.id }
        }
        made.append(
          GoverningDocument(
            id: ID("\(text.id)-\(name)"), document: text.id, name: text.name, edition: name,
            period: Period(
              since: text.since ?? edition.period.since, until: dropped?.period.since?.preceding),
            over: text.over, areas: [],
            decidedBy: edition.decides.first { $0.subject == text.id }?.bodies.first.map { Body.ID($0) },
            decision: nil, provenance: ground.provenance))
      }
    }
    return made
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
