extension Act {
  /// Reads one line of a whole export. Body and part are kept byte for byte, so that the hashes still fit.
  ///
  /// - Throws: a `Refusal` for a line of the journal's first form, for a public line, and for what is no line at all.
  public init(line: UnsafeBufferPointer<UInt8>) throws {
    let members = try JSONReader.read(line) { try LineMembers(json: &$0) }
    guard let form = members.numbers["v"] else { throw Refusal("old-journal.line") }
    guard form == 2 else { throw Refusal("newer-program.line") }
    func text(_ key: String) throws -> String {
      guard let text = members.texts[key] else { throw Refusal("missing", field: key) }
      return text
    }
    func number(_ key: String) throws -> Int {
      guard let number = members.numbers[key] else { throw Refusal("missing", field: key) }
      return number
    }
    func objects(_ key: String) throws -> [UInt8] {
      guard let object = members.objects[key] else { throw Refusal("missing", field: key) }
      return object
    }
    // A line that stands for an act says its place and its hash alone.
    guard members.objects["body"] != nil || members.texts["id"] != nil else { throw Refusal("public-line") }
    let seal = try members.texts["sealed"].map { try Fingerprint(hexadecimal: $0) }
    // Where something is sealed a whole export says what, or that it is erased; a public line says neither.
    guard seal == nil || members.saysItsPart else { throw Refusal("public-line") }
    self.init(
      seq: try number("seq"), id: try text("id"), at: try Moment(text: text("at")).milliseconds,
      holdsFrom: try members.texts["holds_from"].map { try Day(cell: $0) },
      actor: try text("actor"), capacity: try text("capacity"), verb: try text("verb"),
      kind: try text("kind"), record: try text("record"), version: try number("version"),
      edition: try number("edition"), body: try objects("body"), seal: seal,
      part: try members.objects["part"].map { try SealedPart(salt: text("salt"), json: $0) },
      basis: try text("basis"), prev: try Fingerprint(hexadecimal: text("prev")))
    hash = try Fingerprint(hexadecimal: text("hash"))
  }
}

/// The members of a line by their names.
private struct LineMembers {
  var texts: [String: String] = [:]
  var numbers: [String: Int] = [:]
  var objects: [String: [UInt8]] = [:]
  var saysItsPart = false

  init(json: inout JSONReader) throws {
    try json.object { key, json in
      switch key {
      case "body": objects[key] = Array(json.bytes[try json.skip()])
      case "part":
        saysItsPart = true
        if !json.isNull() { objects[key] = Array(json.bytes[try json.skip()]) }
      case "v", "seq", "version", "edition": numbers[key] = try json.integer()
      case "holds_from", "sealed": if !json.isNull() { texts[key] = try json.string() }
      default: texts[key] = try json.string()
      }
    }
  }
}
