internal import Kernel

/// The journal's first form, of before parts were sealed: a line held all of its record, restricted fields too, and had no
/// `v`. It is read to be lifted, once, and for nothing else.
struct FirstForm {
  /// An act of the first form; its body is the whole record, and it has neither seal nor a day from which it holds.
  var act: Act

  /// What was hashed.
  func writeHashed(to json: inout JSONWriter) {
    json.raw(#"{"seq":"#)
    json.write(act.seq)
    json.raw(#","id":"#)
    json.write(act.id)
    json.raw(#","at":"#)
    json.write(Moment(milliseconds: act.at).description)
    for (key, text) in [
      ("actor", act.actor), ("capacity", act.capacity), ("verb", act.verb), ("kind", act.kind),
      ("record", act.record),
    ] {
      json.raw(Array(",\"\(key)\":".utf8))
      json.write(text)
    }
    json.raw(#","version":"#)
    json.write(act.version)
    json.raw(#","edition":"#)
    json.write(act.edition)
    json.raw(#","body":"#)
    json.raw(act.body)
    json.raw(#","basis":"#)
    json.write(act.basis)
    json.raw(#","prev":"#)
    json.write(act.prev.hexadecimal)
    json.raw("}")
  }

  /// - Throws: a `Refusal` where it is not as it was recorded, or does not follow from the one before.
  func check(after previous: Head, _ json: inout JSONWriter) throws {
    guard act.seq == previous.seq + 1, act.prev == previous.hash else {
      throw Refusal("broken-chain", ["act": "\(act.seq)", "before": "\(act.seq - 1)"])
    }
    json.clear()
    writeHashed(to: &json)
    guard Fingerprint(of: json.bytes) == act.hash else {
      throw Refusal(
        "broken-chain.changed",
        ["act": "\(act.seq)", "verb": .text(act.verb), "kind": .text(act.kind), "record": .text(act.record)])
    }
  }
}

extension FirstForm {
  init(row: any TableRow) throws {
    act = Act(
      seq: try row.integer(), id: try row.text(), at: try row.integer(), holdsFrom: nil,
      actor: try row.text(),
      capacity: try row.text(), verb: try row.text(), kind: try row.text(), record: try row.text(),
      version: try row.integer(), edition: try row.integer(), body: try row.withText { Array($0) },
      basis: try row.text(), prev: try row.withBlob { try Fingerprint($0) })
    act.hash = try row.withBlob { try Fingerprint($0) }
  }
}

extension Connection {
  /// Which form the journal here has: 2 is today's. Nil where there is none.
  public func journalForm() throws -> Int? {
    guard try hasTable("act") else { return nil }
    let columns =
      switch dialect {
      case .sqlite: try rows("SELECT name FROM pragma_table_info('act')") { try $0.text() }
      case .postgres:
        try rows(
          "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('act') AND attnum > 0 AND NOT attisdropped"
        ) { try $0.text() }
      }
    return columns.contains("seal") ? 2 : 1
  }
}
