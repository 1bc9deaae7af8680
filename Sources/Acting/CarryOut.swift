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
    occasion.holdsFrom = inputs.day ?? occasion.today
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
      "no-move", ["verb": .text(name), "state": .text(state), "known": .list(from)], field: "state")
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
    throw Refusal("no-basis", ["verb": .text(verb)], field: "basis")
  }
}

extension Holders {
  /// - Throws: a `Refusal` that names who may.
  func refuseOthers(than capacity: Capacity, _ verb: String, _ record: String) throws {
    guard !include(capacity) else { return }
    var isDecider = capacity == .secretariat
    if case .member = capacity { isDecider = true }
    let asked: [String: Phrase.Value] = [
      "capacity": "\(capacity)", "verb": .text(verb), "record": .text(record),
    ]
    throw Refusal(
      code: restsOnCharter && isDecider ? "not-the-decider" : "not-allowed",
      all.isEmpty
        ? Phrase("refusal.not-allowed.nobody", asked)
        : Phrase("refusal.not-allowed", asked.merging(["who": .phrase(phrase)]) { $1 }), field: "capacity")
  }

  /// Who they are: “the secretariat, a lead of gold or a member of board”.
  public var phrase: Phrase {
    let names = all.map(\.phrase)
    guard let last = names.last else { return Phrase("holder.nobody") }
    guard names.count > 1 else { return last }
    let others = Phrase.Value.joined(names.dropLast().map { .phrase($0) }, by: "phrase.comma")
    return Phrase("phrase.or", ["first": others, "second": .phrase(last)])
  }
}

extension Holder {
  fileprivate var phrase: Phrase {
    switch self {
    case .anyone: Phrase("holder.anyone")
    case .system: Phrase("holder.system")
    case .secretariat: Phrase("holder.secretariat")
    case .applicant: Phrase("holder.applicant")
    case .focalPoint(let name): Self.phrase("focal-point", of: name)
    case .lead(let name): Self.phrase("lead", of: name)
    case .member(let name): Self.phrase("member", of: name)
    }
  }

  private static func phrase(_ role: String, of name: String?) -> Phrase {
    name.map { Phrase("holder.\(role).of", ["name": .text($0)]) } ?? Phrase("holder.\(role)")
  }
}

extension Connection {
  /// A record with its version.
  ///
  /// - Throws: a `Refusal` where there is none, or where it is not at the version that was seen.
  public func found<R: Record>(_ id: R.ID, seen: Int? = nil) throws -> (record: R, version: Int) {
    let row = try rows("SELECT * FROM \(R.self) WHERE id = \(id)") { (try R(row: $0), try $0.integer()) }
    guard let (record, version) = row.first else {
      throw Refusal("not-found", ["kind": "\(R.kind)", "id": "\(id.text.prefix(60))"])
    }
    if let seen, seen != version {
      throw Refusal(
        "changed-meanwhile",
        ["kind": "\(R.kind)", "record": "\(id)", "version": "\(version)", "seen": "\(seen)"],
        about: .init(kind: R.kind, record: id.text, version: seen))
    }
    return (record, version)
  }
}
