/// How a record is parted between what an act says in the open and what it seals.
extension Record {
  /// Whether acts on this kind seal something: all of them or none, as it would tell as well where something is missing.
  public static var isSealed: Bool { isSealedWhole || !schema.sealedWriters.isEmpty }
  /// Not everyone sees every record of the kind, so nothing of any stands in the open.
  public static var isSealedWhole: Bool { sight != .everyone }

  /// What everyone sees of any such record.
  public func writeOpen(to json: inout JSONWriter) {
    if Self.isSealedWhole || Self.schema.openWriters.isEmpty { return json.raw("{}") }
    for write in Self.schema.openWriters { write(self, &json) }
    json.raw(UInt8(ascii: "}"))
  }

  /// The rest of it; only for kinds that are sealed.
  public func writeSealed(to json: inout JSONWriter) {
    for write in Self.isSealedWhole ? Self.schema.writers : Self.schema.sealedWriters { write(self, &json) }
    json.raw(UInt8(ascii: "}"))
  }

  /// The members of a record of whatever edition, parted as today's declaration has it.
  ///
  /// - Returns: the open body and the sealed one, each in the order in which the members stood.
  public static func parted(_ body: [UInt8]) throws -> (open: [UInt8], sealed: [UInt8]) {
    if isSealedWhole { return (Array("{}".utf8), body) }
    let restricted = Set(schema.fields.filter { !$0.isPublic }.map(\.name))
    let members = try JSONReader.members(of: String(decoding: body, as: UTF8.self))
    func object(_ isSealed: Bool) -> [UInt8] {
      let own = members.filter { restricted.contains($0.name) == isSealed }.map {
        "\"\($0.name)\":\($0.text)"
      }
      return Array(("{" + own.joined(separator: ",") + "}").utf8)
    }
    return (object(false), object(true))
  }
}

extension Schema {
  /// The whole body again. In declared order where both halves are, so that the way into a row stays the fast one.
  public func joined(
    _ open: UnsafeBufferPointer<UInt8>, _ sealed: UnsafeBufferPointer<UInt8>
  ) throws -> [UInt8] {
    guard open.count > 2 else { return Array(sealed) }
    guard sealed.count > 2 else { return Array(open) }
    var json = JSONWriter(capacity: open.count + sealed.count)
    var (openly, restricted) = (MemberTaker(open), MemberTaker(sealed))
    for field in fields {
      guard let member = try field.isPublic ? openly.take(field.key) : restricted.take(field.key) else {
        continue
      }
      json.raw(json.bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
      json.raw(Array(member))
    }
    json.raw(UInt8(ascii: "}"))
    guard openly.isAtEnd, restricted.isAtEnd else {
      return open.dropLast() + [UInt8(ascii: ",")] + sealed.dropFirst()
    }
    return json.bytes
  }
}

/// Takes members from an object whose order is known.
private struct MemberTaker {
  private var json: JSONReader
  private var isFirst = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) { json = JSONReader(bytes) }

  /// Key and value as they stand; nil where another member comes next.
  mutating func take(_ key: [UInt8]) throws -> Slice<UnsafeBufferPointer<UInt8>>? {
    let before = json.position
    guard json.takeMember(key, isFirst: isFirst) else {
      json.position = before
      return nil
    }
    isFirst = false
    try json.skip()
    return json.bytes[before + 1..<json.position]
  }

  var isAtEnd: Bool { json.position == json.bytes.count - 1 }
}
