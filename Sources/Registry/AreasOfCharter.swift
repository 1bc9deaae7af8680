public import Charters
internal import Kernel
internal import Wording

/// What the charter's editions say of a part: from when it stands in them, and whether a later edition dropped it.
struct EditionSpan {
  let first: Charter.Area
  let last: Charter.Area
  let number: Int
  let period: Period

  /// The spans of the areas (or topics) of all editions, oldest edition first.
  static func spans(_ editions: [Charter], _ parts: (Charter) -> [Charter.Area]) -> [EditionSpan] {
    let sorted = editions.sorted { ($0.period.since ?? When(0)) < ($1.period.since ?? When(0)) }
    var order: [String] = []
    for id in sorted.flatMap(parts).map(\.id) where !order.contains(id) { order.append(id) }
    return order.enumerated().compactMap { index, id in
      let found = sorted.compactMap { edition in parts(edition).first { $0.id == id } }
      guard let first = found.first, let last = found.last else { return nil }
      // Dropped by a later edition: it ended before that edition came.
      let dropped = sorted.drop { !parts($0).contains { $0.id == id } }.first { edition in
        !parts(edition).contains { $0.id == id }
      }
      let until = last.until ?? dropped?.period.since.map { When(Day(number: $0.first.number - 1)) }
      return EditionSpan(
        first: first, last: last, number: index + 1, period: Period(since: first.since, until: until))
    }
  }
}

extension Area {
  /// The areas that the editions of a charter name, each once.
  public static func made(of editions: [Charter]) -> [Area] {
    EditionSpan.spans(editions, \.areas).map { span in
      Area(
        id: ID(span.first.id), name: span.first.name, number: span.number, period: span.period,
        notAfter: span.first.notAfter, themes: span.last.themes,
        isBeyondSubstance: span.last.isBeyondSubstance,
        plannedEnd: span.last.plannedEndName ?? span.last.plannedEnd.map(told),
        plannedEndOn: span.last.plannedEndOn, absorbedBy: nil,
        provenance: provenance(span.first), state: .active)
    }
  }

  /// Where the area stands in the note or a source, with how sure its beginning is.
  private static func provenance(_ area: Charter.Area) -> Provenance {
    var ground = area.sinceGround
    for source in area.ground.source where !ground.source.contains(source) { ground.source.append(source) }
    return ground.provenance
  }

  /// The charter's word for an end, as a sentence.
  private static func told(_ word: String) -> Translated {
    word == "limited-life"
      ? Phrase("wording.limited-life").translated
      : Translated(.en, word.replacing("-", with: " "))
  }
}

extension Topic {
  /// The cross-cutting topics that the editions declare.
  public static func made(of editions: [Charter]) -> [Topic] {
    EditionSpan.spans(editions, \.topics).map { span in
      Topic(
        id: ID(span.first.id), name: span.first.name, period: span.period,
        provenance: span.first.sinceGround.provenance)
    }
  }
}
