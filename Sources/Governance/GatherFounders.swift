public import Charters
public import Kernel
internal import Registry
public import Store

extension Formation {
  /// Names a founding partner or, with a day, records that it agreed. Anyone may name one; agreeing is its own: its focal
  /// point says so, an applicant speaks for an organisation that is no partner here, and the secretariat writes it down.
  ///
  /// - Parameters:
  ///   - who: the id of a partner, or a word for another organisation.
  ///   - name: asked for where it is no partner here.
  ///   - sector: the same; a partner brings its own.
  ///   - agreed: the day it agreed; nil only names it.
  @discardableResult
  public static func join(
    _ id: ID, _ who: String, name: Translated? = nil, sector: String? = nil, agreed: Day?, seen: Int? = nil,
    under host: Charter, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (formation, version) = try found(id, seen: seen, connection)
    var joined = try formation.moved(by: "join", as: intent.capacity)
    let partner = try connection.one(Partner.ID(who))
    try allow(intent.capacity, who, isPartner: partner != nil, agrees: agreed != nil)
    let earlier = formation.founders.first { $0.id == who }
    if let earlier, earlier.isIn || agreed == nil && earlier.left == nil {
      throw Refusal(
        "already-there",
        earlier.agreed.map { "\(who) agreed on \($0); it can leave again" }
          ?? "\(who) is named already; give the day on which it agreed", field: "founders")
    }
    guard let name = name ?? earlier?.name ?? partner?.name,
      let sector = partner?.sector ?? sector ?? earlier?.sector
    else {
      throw Refusal(
        "founder-unnamed", "\(who) is no partner here; give its name and its sector", field: "founders")
    }
    guard host.mainSector(of: sector) != nil else {
      let known = host.mainSectors.map(\.id) + host.movableSectors.map(\.id)
      throw Refusal(
        "unknown-sector",
        "\u{201C}\(sector.prefix(60))\u{201D} is no sector of charter \(host.label); there are \(known.joined(separator: ", "))",
        field: "founders")
    }
    let founder = Founder(id: who, name: name, sector: sector, agreed: agreed.map { When($0) })
    if let place = joined.founders.firstIndex(where: { $0.id == who }) {
      joined.founders[place] = founder
    } else {
      joined.founders.append(founder)
    }
    return try Journal(connection, stamp).append(joined, intent, after: version)
  }

  /// A founding partner leaves: always, as from any partnership (A5). Its name stays, with the day.
  @discardableResult
  public static func leave(
    _ id: ID, _ who: String, on day: Day, seen: Int? = nil, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    let (formation, version) = try found(id, seen: seen, connection)
    var left = try formation.moved(by: "leave", as: intent.capacity)
    try allow(
      intent.capacity, who, isPartner: try connection.one(Partner.ID(who)) != nil, agrees: true)
    guard let place = left.founders.firstIndex(where: { $0.id == who && $0.left == nil }) else {
      let there = left.founders.filter { $0.left == nil }.map(\.id)
      throw Refusal(
        "no-founder",
        "\(who) is no founding partner of \(id); "
          + (there.isEmpty ? "there is none" : "there are \(there.joined(separator: ", "))"),
        field: "founders")
    }
    if let agreed = left.founders[place].agreed, day < agreed.first {
      throw Refusal(
        "before-step", "\(who) agreed on \(agreed); it cannot leave on \(day), before it", field: "founders")
    }
    left.founders[place].left = When(day)
    return try Journal(connection, stamp).append(left, intent, after: version)
  }

  private static func allow(_ capacity: Capacity, _ who: String, isPartner: Bool, agrees: Bool) throws {
    let isOwn = capacity == .focalPoint(of: who) || capacity == .applicant && !isPartner
    guard agrees, capacity != .secretariat, !isOwn else { return }
    throw Refusal(
      "not-allowed",
      isPartner
        ? "\(capacity) may not speak for \(who); its focal point does, and the secretariat records it"
        : "\(capacity) may not speak for \(who); it does so itself as an applicant, and the secretariat records it",
      field: "capacity")
  }
}
