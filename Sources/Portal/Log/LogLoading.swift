internal import Acting
internal import Charters
internal import Kernel
internal import Markup
internal import Proofs
internal import Store
internal import Telling
internal import Web

/// The journal as a page reads it. Only acts on kinds that the reader sees as a whole are told one by one.
extension Loading {
  /// How many acts a page lists, and how many it looks at to find them: a rare kind is gone on for by the reader.
  private static let (listed, lookedAt) = (100, 20_000)

  struct LogPart {
    var acts: [Act]
    /// The place before which the reader goes on; nil at the beginning of the journal.
    var next: Int?
    /// Between which acts was looked, the end left out.
    var places: Range<Int>
  }

  var zone: DayZone { charter?.timeZone ?? .utc }

  /// Kinds of which the reader sees every record whole.
  private var openKinds: [String] { kinds.filter { $0.sight.showsAll(to: viewer) }.map { $0.kind } }

  private func chosen(_ name: String) -> String? {
    page.address.filters.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The day that is asked for alone.
  private func wantedDay() throws -> Day? {
    do { return try chosen("on").map { try Day(cell: $0) } } catch let refusal as Refusal {
      throw refusal.within("on")
    }
  }

  func logPart(limit: Int = Self.listed) throws -> LogPart {
    var (first, end) = (1, (page.head?.number ?? 0) + 1)
    if let day = try wantedDay() {
      first = try connection.firstAct { zone.day(at: $0) >= day }
      end = try connection.firstAct { zone.day(at: $0) > day }
    }
    if let place = cursor.flatMap(Int.init) { end = min(end, max(place, first)) }
    let start = max(first, end - Self.lookedAt)
    let wanted = chosen("kind")
    let choice = ActChoice(
      kinds: openKinds.filter { wanted == nil || $0 == wanted }, capacity: chosen("capacity"),
      verb: chosen("verb"), basis: chosen("basis"), places: start..<max(start, end))
    let found = try connection.acts(choice, limit: limit + 1)
    let acts = Array(found.prefix(limit))
    let next = found.count > limit ? acts.last?.seq : start > first ? start : nil
    return LogPart(acts: acts, next: next, places: choice.places)
  }

  func log() throws -> LogPage {
    let part = try logPart()
    let days = Dictionary(grouping: part.acts) { zone.day(at: Moment(milliseconds: $0.at)) }
    return LogPage(
      filters: filters(), isNarrowed: ["on", "basis", "verb"].contains { chosen($0) != nil },
      places: part.places, zone: zone.name,
      days: try days.sorted { $0.key > $1.key }.map { day, acts in
        LogPage.OneDay(day: day, counts: counts(acts), lines: try acts.map { try line($0) })
      },
      next: part.next.map { place in
        var next = page.address
        next.filters =
          next.filters.filter { $0.name != "cursor" } + [.init(name: "cursor", value: "\(place)")]
        return next
      }, key: signer.map { "\($0.verifier)" })
  }

  private func filters() -> [Filter] {
    func filter(_ name: String, _ label: String, _ values: [(String, String)]) -> Filter {
      Filter(
        name: name, label: label, options: values.map { .init(value: $0.0, name: Said($0.1)) },
        chosen: chosen(name))
    }
    let capacities = ["secretariat", "system", "applicant", "focal-point", "lead", "member"]
    return [
      filter("kind", words["column.kind"], openKinds.map { ($0, words.term("kinds", $0)) }),
      filter("capacity", words["log.capacity"], capacities.map { ($0, words["log.capacity.\($0)"]) }),
    ]
  }

  /// How many acts on each kind, the most first.
  private func counts(_ acts: [Act]) -> [(kind: String, count: Int)] {
    Dictionary(grouping: acts, by: \.kind).map { (kind: words.term("kinds", $0.key), count: $0.value.count) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.kind < $1.kind }
  }

  func line(_ act: Act) throws -> LogPage.Line {
    LogPage.Line(
      number: act.seq, at: Moment(milliseconds: act.at), verb: words.term("verb", act.verb),
      kind: words.term("kind", act.kind),
      record: try linked(act.kind, act.record),
      actor: act.actor, capacity: capacity(act.capacity), rule: act.basis.isEmpty ? nil : act.basis)
  }

  /// An act by its number, where the reader may see it.
  func visibleAct(_ number: String) throws -> Act? {
    guard let place = Int(number), place > 0, place < .max else { return nil }
    let act = try connection.acts(
      ActChoice(kinds: kinds.map { $0.kind }, places: place..<place + 1), limit: 1
    ).first
    func isShown<R: Record>(_ type: R.Type, _ act: Act) throws -> Bool {
      // Who sees every record of the kind also sees that one was erased.
      try act.record(R.self)?.isVisible(to: viewer) ?? R.sight.showsAll(to: viewer)
    }
    guard let act, let type = kinds.first(where: { $0.kind == act.kind }), try isShown(type, act) else {
      return nil
    }
    return act
  }

  /// The act as the line that anyone may check, with the record behind it where the reader sees more than everyone does.
  func line(of act: Act) throws -> String {
    func shown<R: Record>(_ type: R.Type) throws -> String {
      var json = JSONWriter()
      act.writeLine(to: &json, showing: try act.record(R.self), to: viewer)
      return json.text
    }
    return try kinds.first { $0.kind == act.kind }.map { try shown($0) } ?? "null"
  }

  func act(_ number: String) throws -> ActPage? {
    guard let act = try visibleAct(number), let type = kinds.first(where: { $0.kind == act.kind }) else {
      return nil
    }
    func event<R: Record>(_ type: R.Type) throws -> RecordPage.Event? {
      // The one before, to tell what changed; and those behind only where one of them erased what this one sealed.
      let acts = try connection.history(kind: act.kind, record: act.record).filter {
        $0.version == act.version || $0.version == act.version - 1 || act.isErased && $0.version > act.version
      }
      return try history(R.self, acts).first {
        $0.number == act.seq
      }
    }
    let day = zone.day(at: Moment(milliseconds: act.at))
    let shown = try event(type)
    let beside = try connection.neighbours(of: act.seq, kinds: openKinds, among: Self.lookedAt)
    return ActPage(
      line: try line(act), day: day, version: act.version, hash: act.hash.hexadecimal,
      previous: act.prev.hexadecimal, changes: shown?.changes ?? [],
      erased: shown?.erased,
      isFirst: act.version == 1,
      asItStood: asItStood(on: day, act),
      before: beside.before.map { .act($0) }, after: beside.after.map { .act($0) },
      proof: signer == nil ? nil : .proof(act.seq))
  }

  /// The record's page of the day of the act.
  private func asItStood(on day: Day, _ act: Act) -> Address {
    var address = page.address(of: .record(kind: act.kind, id: act.record))
    address.asOf = day
    return address
  }

  func feed() throws -> LogFeed {
    let part = try logPart(limit: 50)
    return LogFeed(
      title: page.partnership.text, language: language,
      beginning: try connection.acts(after: 0, limit: 1).first?.hash ?? .zero,
      own: page.address.link, page: page.address(of: .log, page.address.filters).link,
      updated: part.acts.first.map { Moment(milliseconds: $0.at) } ?? Moment(milliseconds: 0),
      entries: try part.acts.map { act in
        (id: act.hash.hexadecimal, link: page.address(of: .act(act.seq)).link, line: try line(act))
      }, words: words)
  }
}
