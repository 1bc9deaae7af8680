internal import Kernel

/// Two people, one record: the second is told what the first changed, and nothing of either is lost.
extension RecordStore {
  /// A write in which a change that someone else overtook is refused with who it was, when, and what they changed.
  public func change<T: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    do { return try await write(body) } catch let refusal as Refusal {
      guard let seen = refusal.about else { throw refusal }
      let told = try await read { try $0.changes(since: seen) }
      throw Refusal(code: refusal.code, told ?? refusal.phrase, field: refusal.field, about: seen)
    }
  }
}

extension Connection {
  /// What became of a record after a version of it, in one sentence; nil if nothing did.
  func changes(since seen: Refusal.Seen) throws -> Phrase? {
    let acts = try history(kind: seen.kind, record: seen.record)
    guard let last = acts.last, last.version > seen.version else { return nil }
    let before = try acts.first { $0.version == seen.version }.map { try Self.members($0.told) } ?? [:]
    let now = try Self.members(last.told)
    let differences = now.keys.sorted().filter { now[$0] != before[$0] }
      .map { name in
        Phrase.Value.phrase(
          Phrase(
            "refusal.changed-meanwhile.difference",
            ["name": .text(name), "before": Self.said(before[name]), "now": Self.said(now[name])]))
      }
    let who = acts.filter { $0.version > seen.version }.map { "\($0.actor) (\($0.capacity))" }
    return Phrase(
      "refusal.changed-meanwhile.by",
      [
        "who": .list(who), "kind": .text(seen.kind), "moment": "\(Moment(milliseconds: last.at))",
        "differences": .joined(differences, by: "phrase.semicolon"), "seen": "\(seen.version)",
        "version": "\(last.version)",
      ])
  }

  private static func said(_ value: String?) -> Phrase.Value {
    value.map { .text($0) } ?? .phrase(Phrase("refusal.changed-meanwhile.nothing"))
  }

  /// The members of a record's body, each as its JSON.
  private static func members(_ body: [UInt8]) throws -> [String: String] {
    var members: [String: String] = [:]
    try JSONReader.read(body) { json in
      try json.object { key, json in
        let range = try json.skip()
        members[key] = String(decoding: json.bytes[range], as: UTF8.self)
      }
    }
    return members
  }
}
