/// What of a record not everyone may see, as it is kept beside an act: the chain holds only its hash, so that it can be erased
/// and the chain still be checked.
public struct SealedPart: Sendable, Hashable {
  /// How many bytes nobody can guess stand before the part. Without them its hash would give away a flag at the second guess.
  public static let saltLength = 16
  /// The salt, and behind it the restricted fields as canonical JSON. This is what is hashed.
  public let bytes: [UInt8]

  /// - Parameter salt: `saltLength` bytes.
  public init(salt: [UInt8], json: [UInt8]) {
    // By its length alone the salt is told apart from what stands behind it.
    precondition(salt.count == Self.saltLength)
    bytes = salt + json
  }

  /// As it stands in the store.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count > Self.saltLength else { throw Refusal("act.part") }
    self.bytes = bytes
  }

  /// As it stands in a line.
  init(salt text: String, json: [UInt8]) throws {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.saltLength else { throw Refusal("act.part") }
    var salt: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = JSONReader.hexValue(digits[index]), let low = JSONReader.hexValue(digits[index + 1])
      else {
        throw Refusal("act.part")
      }
      salt.append(high << 4 | low)
    }
    self.init(salt: salt, json: json)
  }

  public var salt: ArraySlice<UInt8> { bytes.prefix(Self.saltLength) }
  public var json: ArraySlice<UInt8> { bytes.dropFirst(Self.saltLength) }

  /// The members of an open body with those of the part behind them: for telling, where the order says nothing.
  public func added(to open: [UInt8]) -> [UInt8] {
    guard open.count > 2 else { return Array(json) }
    guard json.count > 2 else { return open }
    return open.dropLast() + [UInt8(ascii: ",")] + json.dropFirst()
  }
}
