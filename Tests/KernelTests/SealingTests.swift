import Kernel
import Samples
import Testing

/// What an act says in the open and what it seals, and both in one again.
@Suite struct SealingTests {
  private static func halves(_ buoy: Buoy) -> (open: [UInt8], sealed: [UInt8]) {
    var (open, sealed) = (JSONWriter(), JSONWriter())
    buoy.writeOpen(to: &open)
    buoy.writeSealed(to: &sealed)
    return (open.bytes, sealed.bytes)
  }

  private static func joined(_ open: [UInt8], _ sealed: [UInt8]) throws -> [UInt8] {
    try open.withUnsafeBufferPointer { open in
      try sealed.withUnsafeBufferPointer { try Buoy.schema.joined(open, $0) }
    }
  }

  @Test(arguments: 0..<40) func theHalvesMakeTheWholeAgain(number: Int) throws {
    let buoy = Buoy.sample(number)
    let (open, sealed) = Self.halves(buoy)
    #expect(!String(decoding: open, as: UTF8.self).contains("keeper"))
    #expect(String(decoding: sealed, as: UTF8.self) == #"{"keeper":"keeper \#(number)"}"#)
    // In declared order, byte for byte.
    #expect(try Self.joined(open, sealed) == Buoy.schema.json(buoy))
    let parted = try Buoy.parted(Buoy.schema.json(buoy))
    #expect(parted.open == open && parted.sealed == sealed)
  }

  /// An older declaration had the members elsewhere, or showed what is restricted now.
  @Test func membersInAnotherOrderAreNotLost() throws {
    let buoy = Buoy.sample(3)
    let members = try JSONReader.members(of: String(decoding: Buoy.schema.json(buoy), as: UTF8.self))
    func object(_ members: some Sequence<(name: String, text: String)>) -> [UInt8] {
      Array(("{" + members.map { "\"\($0.name)\":\($0.text)" }.joined(separator: ",") + "}").utf8)
    }
    let open = object(members.reversed().filter { !["keeper", "note"].contains($0.name) })
    let sealed = object(members.filter { ["keeper", "note"].contains($0.name) })
    let whole = try Self.joined(open, sealed)
    #expect(try JSONReader.read(whole) { try Buoy(json: &$0) } == buoy)
    #expect(try Self.joined(Array("{}".utf8), Buoy.schema.json(buoy)) == Buoy.schema.json(buoy))
    #expect(try Self.joined(Buoy.schema.json(buoy), Array("{}".utf8)) == Buoy.schema.json(buoy))
  }

  @Test func aPartHasASaltAndSomethingBehindIt() {
    for bytes in [[], [UInt8](repeating: 1, count: 16)] as [[UInt8]] {
      #expect(throws: Refusal.self) { try SealedPart(bytes) }
    }
    let part = SealedPart(salt: [UInt8](repeating: 9, count: 16), json: Array(#"{"a":1}"#.utf8))
    #expect(Array(part.salt) == [UInt8](repeating: 9, count: 16))
    #expect(String(decoding: part.json, as: UTF8.self) == #"{"a":1}"#)
  }
}
