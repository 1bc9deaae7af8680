internal import Kernel

/// The journal checked, written out and read in.
extension Connection {
  /// Walks the chain; answers the number of acts, how many of them had a part that was erased, and the bytes that were
  /// hashed.
  ///
  /// - Throws: a `Refusal` that names the first act that does not fit.
  public func verifyChain(progress: (Int) -> Void = { _ in }) throws -> (acts: Int, erased: Int, bytes: Int) {
    var (count, erased, bytes, previous) = (0, 0, 0, Head.none)
    var line = JSONWriter(capacity: 2048)
    try forEach("SELECT * FROM act ORDER BY seq") { row in
      let act = try Act(row: row)
      count += 1
      guard act.seq == count else {
        throw Refusal("broken-chain.missing", ["act": "\(count)", "other": "\(act.seq)"])
      }
      guard act.prev == previous.hash else {
        throw Refusal("broken-chain", ["act": "\(count)", "before": "\(count - 1)"])
      }
      guard act.computedHash(using: &line) == act.hash else {
        throw Refusal(
          "broken-chain.changed",
          ["act": "\(count)", "verb": "\(act.verb)", "kind": "\(act.kind)", "record": "\(act.record)"])
      }
      if let part = act.part, Fingerprint(of: part.bytes) != act.seal {
        throw Refusal(
          "broken-chain.part", ["act": "\(count)", "kind": "\(act.kind)", "record": "\(act.record)"])
      }
      if act.isErased { erased += 1 }
      bytes += line.bytes.count
      previous = Head(seq: act.seq, at: act.at, hash: act.hash)
      if count % 10_000 == 0 { progress(count) }
    }
    return (count, erased, bytes)
  }

  /// Gives every act as one line of the export, without its line end.
  ///
  /// - Parameter kinds: those whose records everyone sees, for lines that anyone may have: sealed parts stay here, and of acts
  ///   on other kinds all but place and hash. Nil gives everything.
  public func exportJournal(telling kinds: Set<String>? = nil, _ line: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter(capacity: 2048)
    try forEach("SELECT * FROM act ORDER BY seq") { row in
      json.clear()
      let act = try Act(row: row)
      switch kinds?.contains(act.kind) {
      case nil: act.writeLine(to: &json)
      case true: act.writePublicLine(to: &json)
      case false: act.writePlaceholder(to: &json)
      }
      try line(json.bytes)
    }
  }

  /// Takes the lines of an export. What this journal already has must be the same; the rest is added.
  ///
  /// Each line must be as we write it, and each act what an act must be: see `ActRules`. The tables are not touched: make
  /// them anew with `Projection.rebuild` in the same transaction.
  /// - Returns: how many acts were added.
  /// - Throws: a `Refusal` with the line where the two histories part or the chain breaks.
  public func importJournal(
    _ next: () throws -> [UInt8]?, under projection: Projection, progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    let journal = try Journal(self)
    var rules = ActRules(projection)
    var own = JSONWriter(capacity: 2048)
    let known = journal.head.seq
    var (number, added) = (0, 0)
    while let line = try next() {
      number += 1
      do {
        let act = try line.withUnsafeBufferPointer { try Act(line: $0) }
        own.clear()
        act.writeLine(to: &own)
        guard own.bytes == line else { throw Refusal("act.line", ["act": "\(act.seq)"]) }
        if act.seq <= known {
          guard try hash(ofAct: act.seq) == act.hash else {
            throw Refusal("other-history", ["act": "\(act.seq)"])
          }
        } else {
          try rules.check(act) { act in
            try self.value(
              "SELECT coalesce(max(version), 0) FROM act WHERE kind = \(act.kind) AND record = \(act.record)",
              as: Int.self) ?? 0
          }
          try journal.adopt(act)
          added += 1
        }
      } catch var refusal as Refusal {
        refusal.line = number
        throw refusal
      }
      if number % 10_000 == 0 { progress(number) }
    }
    try settle()
    return added
  }

  private func hash(ofAct seq: Int) throws -> Fingerprint? {
    try rows("SELECT hash FROM act WHERE seq = \(seq)") { try $0.withBlob { try Fingerprint($0) } }
      .first
  }
}
