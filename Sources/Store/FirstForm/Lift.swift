public import Kernel

/// What lifting a journal from its first form came to, or would.
public struct JournalLifted: Sendable {
  /// The end of the chain as it was: who noted its hash can ask for it later.
  public let oldHead: Head
  /// How many acts of each kind hold something that is sealed now, kind by kind in the order of the projection.
  public let sealed: [(kind: String, acts: Int)]
}

extension Projection {
  private static let oldTable = "act_of_first_form"

  /// Makes a journal of the first form one of today's: each act stays what and where it was, what is restricted of it is
  /// sealed, and the chain is made anew, and the tables after it. Call it inside a `rebuild`; the bytes that stood in the
  /// open are written over, and `RecordStore.forgetErased` does the rest once this has committed.
  ///
  /// - Parameters:
  ///   - day: the day of a moment where the partnership's days begin.
  ///   - progress: told the number of acts, now and then.
  /// - Throws: a `Refusal` that names the act, where the old chain is broken or holds what this program does not know.
  public func liftJournal(
    _ connection: any Connection, _ stamp: Stamp = .system, day: (Moment) -> Day,
    progress: (Int) -> Void = { _ in }
  ) throws -> JournalLifted {
    guard try connection.journalForm() == 1 else { throw Refusal("old-journal.none") }
    if connection.dialect == .sqlite { try connection.execute("PRAGMA secure_delete = ON") }
    try connection.execute(
      """
      DROP INDEX act_record;
      ALTER TABLE act RENAME TO \(Self.oldTable);
      \(Journal.tableOfActs(connection.dialect))
      """)
    let journal = try Journal(connection, stamp)
    var lifting = Lifting(types: types, stamp: stamp)
    try eachOldAct(connection, in: Self.oldTable, progress: progress) { old in
      try journal.adopt(lifting.lifted(old, after: journal.head, day: day))
    }
    try connection.settle()
    try connection.execute("DROP TABLE \(Self.oldTable)")
    try migrate(connection)
    try rebuild(connection)
    try connection.endUpkeep(by: version)
    return lifting.told(types)
  }

  /// What lifting would do, without doing it.
  public func lookAtOldJournal(
    _ connection: any Connection, progress: (Int) -> Void = { _ in }
  ) throws -> JournalLifted {
    guard try connection.journalForm() == 1 else { throw Refusal("old-journal.none") }
    var lifting = Lifting(types: types, stamp: .system)
    try eachOldAct(connection, in: "act", progress: progress) { try lifting.look($0) }
    return lifting.told(types)
  }

  /// Batch by batch: what is written between two of them goes over the same connection.
  private func eachOldAct(
    _ connection: any Connection, in table: String, progress: (Int) -> Void,
    _ body: (FirstForm) throws -> Void
  ) throws {
    var last = 0
    while true {
      let batch = try connection.rows(
        "SELECT * FROM \(column: table) WHERE seq > \(last) ORDER BY seq LIMIT 1000"
      ) { try FirstForm(row: $0) }
      guard let end = batch.last?.act.seq else { return }
      for old in batch { try body(old) }
      last = end
      if last % 10_000 == 0 { progress(last) }
    }
  }
}

/// A lift on its way.
private struct Lifting {
  private let types: [String: any Record.Type]
  private let stamp: Stamp
  private var oldHead = Head.none
  private var sealed: [String: Int] = [:]
  /// From which day the version of each record holds that was lifted last.
  private var holding: [String: Day] = [:]
  private var json = JSONWriter(capacity: 2048)

  init(types: [any Record.Type], stamp: Stamp) {
    self.types = Dictionary(types.map { ($0.kind, $0) }) { first, _ in first }
    self.stamp = stamp
  }

  func told(_ types: [any Record.Type]) -> JournalLifted {
    JournalLifted(
      oldHead: oldHead, sealed: types.compactMap { type in sealed[type.kind].map { (type.kind, $0) } })
  }

  /// Checks one act and counts it.
  @discardableResult
  mutating func look(_ old: FirstForm) throws -> any Record.Type {
    try old.check(after: oldHead, &json)
    guard let type = types[old.act.kind] else {
      throw Refusal("newer-program.kind", ["act": "\(old.act.seq)", "kind": "\(old.act.kind.prefix(60))"])
    }
    oldHead = Head(seq: old.act.seq, at: old.act.at, hash: old.act.hash)
    if type.isSealed { sealed[type.kind, default: 0] += 1 }
    return type
  }

  mutating func lifted(_ old: FirstForm, after head: Head, day: (Moment) -> Day) throws -> Act {
    let type = try look(old)
    var act = old.act
    if type.isSealed {
      let parts = try type.parted(act.body)
      act.body = parts.open
      let part = SealedPart(salt: stamp.salt(), json: parts.sealed)
      act.part = part
      act.seal = Fingerprint(of: part.bytes)
    }
    act.holdsFrom = holdsFrom(act, type, day)
    act.prev = head.hash
    act.hash = act.computedHash(using: &json)
    return act
  }

  /// As it would have been written down: a change holds from the day it was recorded on, a correction from when what it
  /// corrects did, and what was founded or taken in from a file holds as long as its own dates say.
  private mutating func holdsFrom(_ act: Act, _ type: any Record.Type, _ day: (Moment) -> Day) -> Day? {
    let key = act.kind + " " + act.record
    if act.verb == Journal.takingBack { return nil }
    if act.version > 1, act.verb == "correct" { return holding[key] }
    guard act.version > 1 || type.validity == .always && !["found", "import"].contains(act.verb) else {
      return nil
    }
    let day = day(Moment(milliseconds: act.at))
    holding[key] = day
    return day
  }
}
