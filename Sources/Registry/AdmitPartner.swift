public import Charters
public import Kernel
public import Store

extension Partner {
  /// Admits an applicant as the charter asks: by whom it says, with a letter that states what it says, and nobody of a
  /// kind that it excludes.
  ///
  /// - Parameters:
  ///   - day: the first day of membership.
  ///   - charter: the edition in force; without one the secretariat admits, and a letter makes the three statements.
  ///   - intent: who admits, and under which rule or decision.
  /// - Returns: the new version.
  /// - Throws: a `Refusal` that names each statement the letter lacks, who may admit, or what the screening found.
  @discardableResult
  public static func admit(
    _ id: ID, on day: Day, under charter: Charter?, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    try partner.allow("admit", as: intent.capacity, under: charter)
    switch partner.admission(under: charter)?.by {
    case .declaration:
      throw Refusal(
        "declaration", "\(id) joins by signing the declaration; record when it signed, with the move sign")
    case .host(let host):
      throw Refusal("appointment", "\(id) joins by appointment of \(host); use the move appoint")
    default: break
    }
    let missing = partner.missingStatements(under: charter)
    guard missing.isEmpty else {
      throw Refusal(
        "letter-incomplete",
        "the letter of \(id) does not state \(missing.joined(separator: ", nor ")); "
          + "\(charter.map { "the charter \($0.label)" } ?? "a letter") asks for it")
    }
    return try partner.enter(by: "admit", on: day, under: charter, intent, connection, stamp, after: version)
  }

  /// The partner signs the declaration of an area, or of the whole partnership: from that day it belongs.
  ///
  /// - Parameter tranche: the group of signatories it signed with, counted from 1.
  @discardableResult
  public static func sign(
    _ id: ID, on day: Day, tranche: Int? = nil, under charter: Charter?, _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    try partner.allow("sign", as: intent.capacity, under: charter)
    let result = try partner.enter(
      by: "sign", on: day, under: charter, intent, connection, stamp, after: version)
    try partner.keep("declaration", on: day, tranche: tranche, host: nil, intent, connection, stamp)
    return result
  }

  /// The host appoints the partner.
  @discardableResult
  public static func appoint(
    _ id: ID, on day: Day, under charter: Charter?, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    guard case .host(let host)? = partner.admission(under: charter)?.by else {
      throw Refusal("no-appointment", "\(id) does not join by appointment; the charter names no host for it")
    }
    try partner.allow("appoint", as: intent.capacity, under: charter)
    let result = try partner.enter(
      by: "appoint", on: day, under: charter, intent, connection, stamp, after: version)
    try partner.keep("appointment", on: day, tranche: nil, host: Body.ID(host), intent, connection, stamp)
    return result
  }

  /// What its letter should state by the charter and does not, in words for a person.
  public func missingStatements(under charter: Charter?) -> [String] {
    let rule = admission(under: charter)
    var missing = (rule?.mustState ?? (charter == nil ? ["support", "commitment", "contribution"] : []))
      .filter { !states($0) }.map(Self.said)
    if rule?.isObserverFirst ?? false, category != "party", !statements.contains("observer-status") {
      missing.append("that it is an observer")
    }
    return missing
  }

  private func states(_ word: String) -> Bool {
    switch word {
    case "support": statesSupport
    case "commitment": statesCommitment
    case "contribution": !contribution.isEmpty
    case "chamber": chamber != nil
    default: statements.contains(word)
    }
  }

  private static func said(_ word: String) -> String {
    switch word {
    case "support": "support for the partnership"
    case "commitment": "commitment to its goal"
    case "contribution": "a contribution"
    case "chamber": "the chamber it joins"
    default: word
    }
  }

  private func enter(
    by move: String, on day: Day, under charter: Charter?, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp, after version: Int
  ) throws -> Int {
    if let charter {
      let screenings = try connection.all(Screening.self, "WHERE partner = \(id) ORDER BY id")
      if let refusal = Screening.refusals(of: self, screenings, on: day, under: charter.membership).first {
        throw refusal
      }
    }
    var admitted = try moved(by: move, as: intent.capacity)
    admitted.membership = Period(since: When(day))
    return try Journal(connection, stamp).append(admitted, intent, after: version)
  }

  private func keep(
    _ document: String, on day: Day, tranche: Int?, host: Body.ID?, _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp
  ) throws {
    try Journal(connection, stamp).append(
      Joining(
        id: .init("\(id)-\(soleArea ?? "all")-\(day)"), partner: id, area: soleArea.map { .init($0) },
        document: document, signed: day, tranche: tranche, host: host, provenance: provenance), intent)
  }

  static func found(_ id: ID, _ connection: any Connection) throws -> (Partner, version: Int) {
    guard let partner = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no partner \u{201C}\(id)\u{201D}")
    }
    return (partner, version)
  }
}
