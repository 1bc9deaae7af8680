internal import Charters
internal import Kernel
internal import Store

/// What a right is asked about.
struct Matter {
  /// The words that a field of the record holds; nil where there is no record yet.
  let field: ((String) -> [String])?
  /// The words that an input holds; nil while nobody has filled it in, when any may still come.
  let input: (String) -> [String]?
  let charter: Charter?
  let connection: any Connection
}

extension Right {
  /// Those who hold it. The only function that answers who may: buttons, refusals, tables and sentences rest on it.
  func holders(_ matter: Matter) throws -> Holders {
    switch self {
    case .anyone: return Holders([.anyone])
    case .system: return Holders([.system])
    case .secretariat: return Holders([.secretariat])
    case .applicant(nil): return Holders([.applicant])
    case .applicant(let place?):
      guard let names = try place.words(matter) else { return Holders([.applicant]) }
      let areStrangers = try names.allSatisfy { try matter.connection.isMissing("partner", $0) }
      return Holders(areStrangers ? [.applicant] : [])
    case .focalPoint(let place): return try holders(place, matter) { .focalPoint(of: $0) }
    case .lead(let place): return try holders(place, matter) { .lead(of: $0) }
    case .member(let place): return try holders(place, matter) { .member(of: $0) }
    case .party(let place): return try parties(place, matter)
    case .charter(let right): return try right.holders(matter)
    case .either(let rights):
      var holders = Holders([])
      for right in rights { holders.add(try right.holders(matter)) }
      return holders
    }
  }

  private func holders(
    _ place: Place?, _ matter: Matter, _ named: (String?) -> Holder
  ) throws -> Holders {
    guard let place, let names = try place.words(matter) else { return Holders([named(nil)]) }
    return Holders(names.map { named($0) })
  }

  /// The partners of a country that the charter lets be Parties, each by its focal point.
  private func parties(_ place: Place, _ matter: Matter) throws -> Holders {
    guard let countries = try place.words(matter) else { return Holders([.focalPoint(of: nil)]) }
    let membership = matter.charter?.membership
    let partners = try matter.connection.rows(
      "SELECT id, category FROM partner WHERE country IN \(anyOf: countries) ORDER BY id"
    ) { (id: try $0.text(), category: try $0.text()) }
    return Holders(
      partners.filter { membership?.terms(of: $0.category)?.isPartyPossible ?? false }
        .map { .focalPoint(of: $0.id) }, restsOnCharter: true)
  }
}

extension CharterRight {
  /// Without a charter in force the secretariat admits and suspends, and nobody holds the others.
  func holders(_ matter: Matter) throws -> Holders {
    let charter = matter.charter
    switch self {
    case .admission: return Holders(Self.named(admission(matter)?.by ?? .notStated), restsOnCharter: true)
    case .suspension:
      let rule = admission(matter)
      if let bodies = rule?.suspendedBy, !bodies.isEmpty {
        return Holders(bodies.map { .member(of: $0) }, restsOnCharter: true)
      }
      let admits = rule?.by ?? .notStated
      // Who signed was let in by nobody; the secretariat keeps the list.
      return Holders(Self.named(admits == .declaration ? .notStated : admits), restsOnCharter: true)
    case .structure: return Self.members(charter?.structureDeciders ?? [])
    case .launch: return Self.members(charter?.launchDeciders.bodies ?? [])
    case .amendment: return Self.members(charter?.amenders.bodies ?? [])
    case .option(let place):
      guard let charter else { return Self.members([]) }
      guard let words = try place.words(matter) else {
        return Self.members(charter.options.flatMap { charter.deciders(on: $0) }.flatMap { $0 })
      }
      let options = charter.options.filter { words.contains($0.id) || words.contains("\($0.number)") }
      return Self.members(options.flatMap { charter.deciders(on: $0) }.flatMap { $0 })
    }
  }

  private func admission(_ matter: Matter) -> Membership.Admission? {
    let areas = matter.field?("areas") ?? []
    return matter.charter?.membership.admission(
      to: areas.count == 1 ? areas.first : nil, category: matter.field?("category").first ?? "")
  }

  private static func named(_ authority: Membership.Authority) -> [Holder] {
    switch authority {
    case .secretariat(let bodies): [.secretariat] + bodies.map { .member(of: $0) }
    case .bodies(let bodies): bodies.map { .member(of: $0) }
    case .host(let host): [.member(of: host)]
    case .declaration, .notStated: [.secretariat]
    }
  }

  private static func members(_ bodies: [String]) -> Holders {
    var seen: Set<String> = []
    return Holders(
      bodies.filter { seen.insert($0).inserted }.map { .member(of: $0) }, restsOnCharter: true)
  }
}

extension Place {
  /// The ids that stand there; nil where they are still to be given.
  func words(_ matter: Matter) throws -> [String]? {
    switch self {
    case .field(let name): return matter.field?(name)
    case .input(let name): return matter.input(name)
    case .first(let place, let other):
      guard let words = try place.words(matter) else { return nil }
      return words.isEmpty ? try other.words(matter) : words
    case .other(let name, let kind, let place):
      guard let ids = try place.words(matter) else { return nil }
      return try ids.flatMap { try matter.connection.words(name, ofThe: kind, $0) }
    }
  }
}

extension Connection {
  func isMissing(_ kind: String, _ id: String) throws -> Bool {
    try value("SELECT count(*) FROM \(column: kind) WHERE id = \(id)", as: Int.self) == 0
  }

  /// What one column of a record holds.
  fileprivate func words(_ name: String, ofThe kind: String, _ id: String) throws -> [String] {
    try rows("SELECT \(column: name) FROM \(column: kind) WHERE id = \(id)") { try String?(row: $0) }
      .compactMap { $0 }
  }
}
