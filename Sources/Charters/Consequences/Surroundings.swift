internal import Kernel

/// What holds on the day whatever the linkage: which bodies, areas and phases there are. A class that never changes,
/// because each answer of each part holds on to it, and it holds a whole charter.
final class Surroundings: Sendable {
  static let phases = Charter.Phase.order

  let charter: Charter
  let facts: Facts
  let day: Day
  let calendar: Calendar
  private let work: [PlaceOfWork: [Facts.Work]]
  private let needs: [PlaceOfWork: [Facts.Need]]

  init(_ charter: Charter, _ facts: Facts, _ day: Day) {
    self.charter = charter
    self.facts = facts
    self.day = day
    calendar = Calendar(charter, facts)
    // Looked up once for each part and option, of which there may be thousands.
    work = Self.placed(facts.work) { ($0.areas, $0.stream) }
    needs = Self.placed(facts.needs) { ($0.area.map { [$0] } ?? [], $0.stream) }
  }

  /// Everything under the places it belongs to: the whole, its areas, its stream, and its areas in that stream.
  private static func placed<T>(_ things: [T], _ at: (T) -> (areas: [String], stream: String?))
    -> [PlaceOfWork: [T]]
  {
    var placed: [PlaceOfWork: [T]] = [.whole: things]
    for thing in things {
      let (areas, stream) = at(thing)
      for area in areas {
        placed[PlaceOfWork(area: area), default: []].append(thing)
        if let stream { placed[PlaceOfWork(area: area, stream: stream), default: []].append(thing) }
      }
      if let stream { placed[PlaceOfWork(stream: stream), default: []].append(thing) }
    }
    return placed
  }

  func work(in place: PlaceOfWork) -> [Facts.Work] { work[place] ?? [] }
  func needs(in place: PlaceOfWork) -> [Facts.Need] { needs[place] ?? [] }

  /// Whether a body exists on the day. A record that says since when comes before the charter; a body of a phase that
  /// has not begun does not exist.
  func exists(_ body: String) -> Bool {
    if let period = facts.bodies[body], period.since != nil { return period.covers(day) }
    guard let declared = charter.body(body) else { return true }
    guard declared.period.covers(day) else { return false }
    guard let phase = declared.fromPhase else { return true }
    return hasBegun(phase, of: declared.treaty)
  }

  /// From when a body is known to exist; nil where nobody says.
  func beginning(of body: String) -> When? {
    facts.bodies[body]?.since ?? charter.body(body)?.period.since
  }

  /// Whether a treaty (any of the charter's, if none is named) has reached a phase by the day.
  func hasBegun(_ phase: String, of treaty: String?) -> Bool {
    let treaties = treaty.map { [$0] } ?? charter.treaties.map(\.id)
    return treaties.contains { id in
      begun(of: id).contains { rank($0) >= rank(phase) }
    }
  }

  /// The phase of a treaty on the day; nil before the first.
  func phase(of treaty: String?) -> String? {
    (treaty ?? charter.treaties.first?.id).flatMap { begun(of: $0).last }
  }

  private func begun(of treaty: String) -> [String] {
    if let known = facts.phases[treaty] { return known.filter { $0.since <= day }.map(\.phase) }
    return charter.treaties.first { $0.id == treaty }?.phases.filter { $0.since.first <= day }.map(\.phase)
      ?? []
  }

  func rank(_ phase: String) -> Int { Self.phases.firstIndex(of: phase) ?? 0 }

  func name(ofArea id: String) -> Translated {
    charter.areas.first { $0.id == id }?.name ?? facts.areaNames[id] ?? Translated(.en, id)
  }

  /// Areas there are on the day, in the charter's order; those the charter does not name follow.
  var areas: [String] {
    let declared = charter.areas.map(\.id)
    guard let there = facts.areas else {
      return charter.areas.filter { area in
        (area.since.map { $0.first <= day } ?? true) && (area.until.map { $0.last >= day } ?? true)
      }.map(\.id)
    }
    return declared.filter(there.contains) + there.filter { !declared.contains($0) }
  }
}

/// A thing that can be tied to a treaty by itself, or the partnership as a whole.
struct PlaceOfWork: Hashable {
  var area: String?
  var stream: String?

  static let whole = PlaceOfWork()
}
