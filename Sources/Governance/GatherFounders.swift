public import Acting
internal import Charters
public import Kernel
internal import Registry
internal import Store

extension Formation {
  /// A founding partner: one of this partnership, which brings its name and sector, or another organisation.
  public struct NewFounder: VerbInputs {
    /// The id of a partner, or a word for another organisation.
    public var who: String
    /// Asked for where it is no partner here.
    public var name: Translated?
    /// The same; a partner brings its own.
    public var sector: String?
    /// The day it agreed.
    public var on: Day?
    public init(who: String, name: Translated? = nil, sector: String? = nil, on: Day? = nil) {
      self.who = who
      self.name = name
      self.sector = sector
      self.on = on
    }
    public static let schema = Schema(
      "new-founder", NewFounder.init(who:name:sector:on:),
      Field("who", \.who, .word),
      Field("name", \.name),
      Field("sector", \.sector, .word),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// What a founder says is its own: its focal point says it, an applicant speaks for an organisation that is no partner
  /// here, and the secretariat writes it down.
  private static let founder = Right.secretariatOr(.focalPoint(.input("who")), .applicant(.input("who")))

  /// Names a founding partner that has not agreed yet. Anyone may.
  public static let naming = Verb<Formation, NewFounder>(
    "name", on: Formation.self, from: [.proposal, .partners, .charter], to: nil, may: .anyone
  ) { formation, inputs, occasion in
    try formation.gather(inputs, agreed: nil, occasion)
  }

  /// Records that a founding partner agreed, on the day it did.
  public static let joining = Verb<Formation, NewFounder>(
    "join", on: Formation.self, from: [.proposal, .partners, .charter], to: nil, may: founder
  ) { formation, inputs, occasion in
    try formation.gather(inputs, agreed: inputs.on ?? occasion.today, occasion)
  }

  private mutating func gather(_ inputs: NewFounder, agreed: Day?, _ occasion: Occasion) throws {
    let (who, connection) = (inputs.who, occasion.connection)
    let host = try occasion.neededCharter(on: agreed ?? occasion.today)
    let partner = try connection.one(Partner.ID(who))
    let place = founders.firstIndex { $0.id == who }
    let earlier = place.map { founders[$0] }
    if let earlier, earlier.isIn || agreed == nil && earlier.left == nil {
      throw earlier.agreed.map {
        Refusal("already-there.founder", ["who": .text(who), "agreed": "\($0)"], field: "founders")
      } ?? Refusal("already-there.founder-named", ["who": .text(who)], field: "founders")
    }
    guard let name = inputs.name ?? earlier?.name ?? partner?.name,
      let sector = partner?.sector ?? inputs.sector ?? earlier?.sector
    else {
      throw Refusal("founder-unnamed", ["who": .text(who)], field: "founders")
    }
    guard host.mainSector(of: sector) != nil else {
      let known = host.mainSectors.map(\.id) + host.movableSectors.map(\.id)
      throw Refusal(
        "unknown-sector",
        ["sector": "\(sector.prefix(60))", "charter": .text(host.label), "known": .list(known)],
        field: "founders")
    }
    let founder = Founder(id: who, name: name, sector: sector, agreed: agreed.map { When($0) })
    if let place { founders[place] = founder } else { founders.append(founder) }
    if state == .proposal { state = .partners }
  }

  /// A founding partner that goes.
  public struct Leaver: VerbInputs {
    public var who: String
    public var on: Day?
    public init(who: String, on: Day? = nil) {
      self.who = who
      self.on = on
    }
    public static let schema = Schema(
      "leaver", Leaver.init(who:on:), Field("who", \.who, .word), Field("on", \.on))
    public var day: Day? { on }
  }

  /// A founding partner leaves: always, as from any partnership (A5). Its name stays, with the day.
  public static let leaving = Verb<Formation, Leaver>(
    "leave", on: Formation.self, from: [.partners, .charter], to: nil, may: founder
  ) { formation, inputs, occasion in
    let (who, day) = (inputs.who, inputs.on ?? occasion.today)
    guard let place = formation.founders.firstIndex(where: { $0.id == who && $0.left == nil }) else {
      let there = formation.founders.filter { $0.left == nil }.map(\.id)
      let place: [String: Phrase.Value] = ["who": .text(who), "formation": "\(formation.id)"]
      throw there.isEmpty
        ? Refusal("no-founder.none", place, field: "founders")
        : Refusal("no-founder", place.merging(["known": .list(there)]) { $1 }, field: "founders")
    }
    if let agreed = formation.founders[place].agreed, day < agreed.first {
      throw Refusal(
        "before-step", ["who": .text(who), "agreed": "\(agreed)", "day": "\(day)"], field: "founders")
    }
    formation.founders[place].left = When(day)
  }
}
