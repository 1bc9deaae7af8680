public import Kernel

/// What an act must be beside a link of the chain, so that a journal that was made elsewhere can be believed: of a kind and an
/// edition that this program knows, by somebody in a capacity that there is, the next version of its record, with a body that
/// is that record as we write it.
public struct ActRules {
  private let types: [String: any Record.Type]
  private var versions: [String: Int] = [:]

  public init(_ projection: Projection) {
    types = Dictionary(projection.types.map { ($0.kind, $0) }) { first, _ in first }
  }

  /// - Parameter known: the version a record has already, where acts before this one were not shown to these rules.
  /// - Throws: a `Refusal` that names the act.
  public mutating func check(_ act: Act, known: (Act) throws -> Int = { _ in 0 }) throws {
    let place: [String: Phrase.Value] = ["act": "\(act.seq)", "kind": "\(act.kind.prefix(60))"]
    guard let type = types[act.kind] else { throw Refusal("newer-program.kind", place) }
    guard act.edition >= 1, act.edition <= type.edition else {
      throw Refusal("newer-program.edition", place.merging(["edition": "\(act.edition)"]) { $1 })
    }
    guard act.id.isWord, act.actor.isWord, !act.verb.isEmpty,
      act.capacity == Capacity.system.description || (try? Capacity(givenBy: act.capacity)) != nil
    else { throw Refusal("act.who", place.merging(["capacity": "\(act.capacity.prefix(60))"]) { $1 }) }
    let key = act.kind + " " + act.record
    let before = try versions[key] ?? known(act)
    guard act.version == before + 1 else {
      throw Refusal(
        "act.version",
        place.merging(["record": .text(act.record), "version": "\(act.version)", "expected": "\(before + 1)"])
        { $1 })
    }
    versions[key] = act.version
    do { try checkBody(act, type) } catch let refusal as Refusal {
      throw Refusal(
        code: "act",
        Phrase(
          "refusal.act.body",
          ["act": "\(act.seq)", "record": "\(act.record.prefix(60))", "reason": .phrase(refusal.phrase)]))
    }
  }

  private func checkBody<R: Record>(_ act: Act, _ type: R.Type) throws {
    guard let record = try act.record(R.self) else {
      guard act.body.count == 2 else { throw Refusal("act.open-restricted", ["field": "id"]) }
      return
    }
    guard record.id.text == act.record else {
      throw Refusal("act.other-record", ["record": "\(record.id.text.prefix(60))"])
    }
    // Of an older edition only the reading tells.
    guard act.edition == R.edition else { return }
    guard (act.seal != nil) == R.isSealed else { throw Refusal("act.seal") }
    var (open, sealed) = (JSONWriter(), JSONWriter())
    record.writeOpen(to: &open)
    try check(act.body, like: open.bytes)
    guard let part = act.part else { return }
    record.writeSealed(to: &sealed)
    try check(Array(part.json), like: sealed.bytes)
  }

  /// Whether an object is written as we write it.
  ///
  /// - Parameter ours: what we write for the record that it was read as.
  private func check(_ object: [UInt8], like ours: [UInt8]) throws {
    let own = try JSONReader.members(of: String(decoding: ours, as: UTF8.self))
    let members = try JSONReader.members(of: String(decoding: object, as: UTF8.self))
    var rest = Dictionary(own.map { ($0.name, $0.text) }) { first, _ in first }
    // In whatever order: another order was that of an earlier declaration.
    for member in members {
      guard rest.removeValue(forKey: member.name) == member.text else {
        throw Refusal("act.not-canonical", ["field": "\(member.name.prefix(60))"])
      }
    }
    // A field that came later is absent in what was written before.
    if let lost = own.first(where: { rest[$0.name] != nil && !["null", "[]"].contains($0.text) }) {
      throw Refusal("act.not-canonical", ["field": "\(lost.name)"])
    }
    let length =
      members.isEmpty ? 2 : members.reduce(1) { $0 + $1.name.utf8.count + $1.text.utf8.count + 4 }
    guard length == object.count else { throw Refusal("act.not-canonical", ["field": "id"]) }
  }
}

extension Projection {
  /// Holds every act to what an act must be.
  ///
  /// - Throws: a `Refusal` that names the first that is none.
  public func checkActs(_ connection: any Connection, progress: (Int) -> Void = { _ in }) throws {
    var rules = ActRules(self)
    var count = 0
    try connection.forEach("SELECT * FROM act ORDER BY seq") { row in
      try rules.check(Act(row: row))
      count += 1
      if count % 10_000 == 0 { progress(count) }
    }
  }
}
