internal import Charters
internal import Kernel
internal import Workplan

/// Two activities at the same place, on the same subject, at the same time (R90, R146).
extension Portfolio {
  var overlapFindings: [PortfolioFinding] {
    let asked = attention.overlap
    // Without place and subject everything overlaps everything, which tells nobody anything.
    guard asked.contains(.country) || asked.contains(.topic) else { return [] }
    var groups: [Meeting: [Activity]] = [:]
    for activity in activities where !asked.contains(.period) || activity.period.since != nil {
      let places = asked.contains(.country) ? activity.places : [nil]
      let subjects = asked.contains(.topic) ? activity.subjects : [nil]
      for place in places {
        for subject in subjects {
          groups[Meeting(place: place, subject: subject), default: []].append(activity)
        }
      }
    }
    var found: [Pair: Meeting] = [:]
    for (meeting, group) in groups {
      for pair in Self.pairs(group, byPeriod: asked.contains(.period)) {
        // The same two may meet in a country and in a region: they are told once, always by the same meeting.
        if let before = found[pair], before.order <= meeting.order { continue }
        found[pair] = meeting
      }
    }
    return found.map { pair, meeting in overlap(pair, meeting) }
  }

  private func overlap(_ pair: Pair, _ meeting: Meeting) -> PortfolioFinding {
    var values: [String: PortfolioFinding.Value] = ["other": .name(pair.b.text)]
    if let place = meeting.place { values["place"] = .word(place) }
    if let subject = meeting.subject { values["subject"] = name(ofPart: subject) }
    return PortfolioFinding(
      .activitiesOverlap, .yellow, .init(pair.a, pair.a.text), with: .init(pair.b, pair.b.text), values)
  }

  /// Pairs that share a day, the lower id first; in the order of their first days, so that most are never compared.
  private static func pairs(_ group: [Activity], byPeriod: Bool) -> [Pair] {
    let sorted = group.sorted { ($0.firstDay, $0.id.text) < ($1.firstDay, $1.id.text) }
    var pairs: [Pair] = []
    for (index, a) in sorted.enumerated() {
      for b in sorted[(index + 1)...] {
        if byPeriod, let end = a.period.until?.last, b.firstDay > end { break }
        pairs.append(a.id.text < b.id.text ? Pair(a: a, b: b) : Pair(a: b, b: a))
      }
    }
    return pairs
  }
}

/// Where and in what two activities meet; nil where it is not asked.
private struct Meeting: Hashable {
  let place: String?
  let subject: String?
  var order: String { "\(place ?? "") \(subject ?? "")" }
}

/// Two activities, the lower id first.
private struct Pair: Hashable {
  let a: Activity
  let b: Activity

  static func == (x: Pair, y: Pair) -> Bool { x.a.id == y.a.id && x.b.id == y.b.id }
  func hash(into hasher: inout Hasher) {
    hasher.combine(a.id)
    hasher.combine(b.id)
  }
}

extension Activity {
  fileprivate var firstDay: Day { period.since?.first ?? Day(1, 1, 1) }

  /// A country by its code, a region by its word.
  fileprivate var places: [String?] { [country?.code, region].compactMap { $0 }.filter { !$0.isEmpty } }

  /// Its topic and its areas, each once.
  fileprivate var subjects: [String?] {
    Array(Set(([topic?.text].compactMap { $0 } + areas)))
  }
}
