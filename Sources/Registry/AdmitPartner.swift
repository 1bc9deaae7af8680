public import Acting
public import Charters
public import Kernel
internal import Store

extension Partner {
  /// Admits an applicant as the charter asks: by whom it says, with a letter that states what it says, and nobody of a
  /// kind that it excludes. Without a charter in force the secretariat admits, and a letter makes the three statements.
  ///
  /// Refused is, by name, each statement the letter lacks, and what the screening found.
  public static let admitting = Verb<Partner, OnDay>(
    "admit", on: Partner.self, from: [.screening], to: .admitted, may: .charter(.admission),
    basis: .required,
    then: { try $0.keepEarlierMembership($1, "admit", $3) }
  ) { partner, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.charter(on: day)
    switch partner.admission(under: charter)?.by {
    case .declaration:
      throw Refusal("declaration", ["partner": "\(partner.id)"])
    case .host(let host):
      throw Refusal("appointment", ["partner": "\(partner.id)", "host": "\(host)"])
    default: break
    }
    let missing = partner.missingStatements(under: charter)
    guard missing.isEmpty else {
      let lack: [String: Phrase.Value] = [
        "partner": "\(partner.id)", "missing": .joined(missing, by: "phrase.nor"),
      ]
      guard let charter else { throw Refusal("letter-incomplete.no-charter", lack) }
      throw Refusal("letter-incomplete", lack.merging(["charter": .text(charter.label)]) { $1 })
    }
    try partner.enter(on: day, under: charter, occasion)
  }

  /// A signature under the declaration.
  public struct Signature: VerbInputs {
    public var on: Day?
    /// The group of signatories it signed with, counted from 1.
    public var tranche: Int?
    public init(on: Day? = nil, tranche: Int? = nil) {
      self.on = on
      self.tranche = tranche
    }
    public static let schema = Schema(
      "signature", Signature.init(on:tranche:), Field("on", \.on), Field("tranche", \.tranche))
    public var day: Day? { on }
  }

  /// The partner signs the declaration of an area, or of the whole partnership: from that day it belongs.
  public static let signing = Verb<Partner, Signature>(
    "sign", on: Partner.self, from: [.draft, .applied, .screening], to: .admitted,
    may: .secretariatOr(.applicant(nil), .focalPoint(.field("id"))),
    then: { partner, version, inputs, occasion in
      try partner.keepEarlierMembership(version, "sign", occasion)
      try partner.keep(
        "declaration", on: inputs.on ?? occasion.today, tranche: inputs.tranche, host: nil, "sign", occasion)
    }
  ) { partner, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.charter(on: day)
    guard partner.admission(under: charter)?.by == .declaration else {
      throw Refusal("no-declaration", ["partner": "\(partner.id)"], field: "category")
    }
    try partner.enter(on: day, under: charter, occasion)
  }

  /// The host appoints the partner.
  public static let appointing = Verb<Partner, OnDay>(
    "appoint", on: Partner.self, from: [.draft, .applied, .screening], to: .admitted,
    may: .charter(.admission), basis: .required,
    then: { partner, version, inputs, occasion in
      let day = inputs.on ?? occasion.today
      try partner.keepEarlierMembership(version, "appoint", occasion)
      try partner.keep(
        "appointment", on: day, tranche: nil, host: partner.host(on: day, occasion), "appoint", occasion)
    }
  ) { partner, inputs, occasion in
    let day = inputs.on ?? occasion.today
    guard try partner.host(on: day, occasion) != nil else {
      throw Refusal("no-appointment", ["partner": "\(partner.id)"])
    }
    try partner.enter(on: day, under: occasion.charter(on: day), occasion)
  }

  private func host(on day: Day, _ occasion: Occasion) throws -> Body.ID? {
    guard case .host(let host)? = admission(under: try occasion.charter(on: day))?.by else { return nil }
    return Body.ID(host)
  }

  /// The area whose rule holds for it: its only one. With several, or none, it is the general rule's.
  public var soleArea: String? { areas.count == 1 ? areas.first : nil }

  /// The charter's rule for its admission; nil without a charter, or where that says nothing.
  public func admission(under charter: Charter?) -> Membership.Admission? {
    charter?.membership.admission(to: soleArea, category: category)
  }

  private mutating func enter(on day: Day, under charter: Charter?, _ occasion: Occasion) throws {
    if let charter {
      let screenings = try occasion.connection.all(Screening.self, "WHERE partner = \(id) ORDER BY id")
      if let refusal = Screening.refusals(of: self, screenings, on: day, under: charter.membership).first {
        throw refusal
      }
    }
    membership = Period(since: When(day))
  }

  private func keep(
    _ document: String, on day: Day, tranche: Int?, host: Body.ID?, _ verb: String, _ occasion: Occasion
  ) throws {
    try occasion.write(
      Joining(
        id: .init("\(id)-\(soleArea ?? "all")-\(day)"), partner: id, area: soleArea.map { .init($0) },
        document: document, signed: day, tranche: tranche, host: host, provenance: provenance), verb)
  }
}
