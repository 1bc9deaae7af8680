/// 32 bytes that name a text: its SHA-256.
public struct Fingerprint: Sendable, Hashable {
  public var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Stands before the first act.
  public static let zero = Fingerprint()
  public init() {}
  public init(_ bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count == 32 else { throw Refusal("fingerprint.bytes") }
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
  }
  public func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try withUnsafeBytes(of: words, body)
  }
  public static func == (a: Fingerprint, b: Fingerprint) -> Bool { a.words == b.words }
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
  public init(hexadecimal text: String) throws {
    var refusal: Refusal { Refusal("fingerprint") }
    let digits = Array(text.utf8)
    guard digits.count == 64 else { throw refusal }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = JSONReader.hexValue(digits[index]),
        let low = JSONReader.hexValue(digits[index + 1])
      else { throw refusal }
      bytes.append(high << 4 | low)
    }
    self = try bytes.withUnsafeBytes { try Fingerprint($0) }
  }
  public var hexadecimal: String {
    var json = JSONWriter(capacity: 64)
    write(to: &json)
    return json.text
  }
  public func write(to json: inout JSONWriter) {
    withBytes { bytes in
      for byte in bytes { json.write(hexadecimal: byte) }
    }
  }
}

extension Fingerprint {
  /// Sixteen digits: enough to tell two apart, short enough to show.
  public var short: String { String(hexadecimal.prefix(16)) }
}
