public import Kernel
public import Store

/// A record as a verb left it.
public struct Done<R: Record>: Sendable {
  public let record: R
  public let version: Int
}

extension Verb {
  /// Does it: the record is read, the state fits, the capacity may, the ground is named, what must hold holds; then one act
  /// is written.
  ///
  /// - Parameter seen: the version that whoever acts had before them; nil takes the one that stands.
  /// - Throws: a `Refusal`; nothing was written then.
  @discardableResult
  public func carryOut(
    on id: Subject.ID, _ inputs: Inputs, _ occasion: Occasion, seen: Int? = nil
  ) throws -> Done<Subject> {
    occasion.verb = name
    let (record, version) = try occasion.connection.found(id, seen: seen)
    try refuseState(of: record)
    try refuseOthers(than: holders(of: record, inputs, occasion), occasion.capacity, id.text)
    try refuseGroundless(occasion)
    var changed = record
    try work(&changed, inputs, occasion)
    moved(&changed)
    let made = try occasion.write(changed, name, after: version)
    try then?(changed, made, inputs, occasion)
    return Done(record: changed, version: made)
  }

  /// Those who may, as things stand.
  ///
  /// - Parameter inputs: nil while nobody has filled them in: what is asked then is who could.
  func holders(of record: Subject, _ inputs: Inputs?, _ occasion: Occasion) throws -> Holders {
    let day = inputs?.day ?? occasion.today
    return try may.holders(
      Matter(
        field: { Subject.schema.words(of: $0, in: record) },
        input: { name in inputs.map { Inputs.schema.words(of: name, in: $0) } },
        charter: occasion.charter(on: day), connection: occasion.connection))
  }

  func fits(_ record: Subject) -> Bool { from.isEmpty || state(record).map(from.contains) ?? true }

  private func refuseState(of record: Subject) throws {
    guard !fits(record), let state = state(record) else { return }
    throw Refusal(
      "no-move",
      "\(name) is not possible from \(state); it is from \(from.joined(separator: ", "))", field: "state")
  }

  private func refuseGroundless(_ occasion: Occasion) throws {
    try basis.refuseGroundless(name, occasion)
  }

  private func refuseOthers(than holders: Holders, _ capacity: Capacity, _ id: String) throws {
    try holders.refuseOthers(than: capacity, name, "\(Subject.kind) \(id)")
  }
}

extension BasisRule {
  func refuseGroundless(_ verb: String, _ occasion: Occasion) throws {
    guard self == .required, occasion.basis.allSatisfy(\.isWhitespace), occasion.capacity != .system else {
      return
    }
    throw Refusal(
      "no-basis",
      "\(verb): this rests on a decision, a rule or a source; name it, with --reason on the command line",
      field: "basis")
  }
}

extension Holders {
  /// - Throws: a `Refusal` that names who may.
  func refuseOthers(than capacity: Capacity, _ verb: String, _ record: String) throws {
    guard !include(capacity) else { return }
    var isDecider = capacity == .secretariat
    if case .member = capacity { isDecider = true }
    let who = all.isEmpty ? "nobody may: the charter names nobody who does" : "\(sentence) may"
    throw Refusal(
      restsOnCharter && isDecider ? "not-the-decider" : "not-allowed",
      "\(capacity) may not \(verb) \(record); \(who)", field: "capacity")
  }

  /// Who they are, for one sentence.
  public var sentence: String {
    let names = all.map { holder in
      switch holder {
      case .anyone: "whoever works in the partnership"
      case .system: "the software itself"
      case .secretariat: "the secretariat"
      case .applicant: "an applicant"
      case .focalPoint(let name): name.map { "the focal point of \($0)" } ?? "a focal point"
      case .lead(let name): name.map { "a lead of \($0)" } ?? "a lead of an area"
      case .member(let name): name.map { "a member of \($0)" } ?? "a member of a body"
      }
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "nobody" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Connection {
  /// A record with its version.
  ///
  /// - Throws: a `Refusal` where there is none, or where it is not at the version that was seen.
  public func found<R: Record>(_ id: R.ID, seen: Int? = nil) throws -> (record: R, version: Int) {
    let row = try rows("SELECT * FROM \(R.self) WHERE id = \(id)") { (try R(row: $0), try $0.integer()) }
    guard let (record, version) = row.first else {
      throw Refusal(
        "not-found", "there is no \(R.kind) \u{201C}\(id.text.prefix(60))\u{201D}")
    }
    if let seen, seen != version {
      throw Refusal(
        "changed-meanwhile",
        "\(R.kind) \(id) is at version \(version), not \(seen) any more: someone else changed it meanwhile; look again",
        about: .init(kind: R.kind, record: id.text, version: seen))
    }
    return (record, version)
  }
}
