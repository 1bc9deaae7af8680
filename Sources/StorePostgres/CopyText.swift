internal import Kernel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Rows in the text format of `COPY`: columns parted by tabs, rows by newlines, `\N` for null.
///
/// Memory of its own, as an array would check its bounds for every byte of a million rows.
final class CopyText {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  private(set) var rowCount = 0
  private(set) var hasNulByte = false
  /// Where the row at hand begins, and how many columns it has by now.
  private var row = 0
  private var columns = 0

  init(capacity: Int) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  private func ensure(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(2 * capacity, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (new, larger)
  }

  private func put(_ byte: UInt8) {
    start[count] = byte
    count += 1
  }

  private func part(_ more: Int) {
    ensure(more + 2)
    if columns > 0 { put(UInt8(ascii: "\t")) }
    columns += 1
  }

  func addNull() {
    part(2)
    put(UInt8(ascii: "\\"))
    put(UInt8(ascii: "N"))
  }

  /// Digits, signs and the like: bytes that need no care.
  func add(plain bytes: UnsafeRawBufferPointer) {
    part(bytes.count)
    guard let from = bytes.baseAddress else { return }
    memcpy(start + count, from, bytes.count)
    count += bytes.count
  }

  func add(text: UnsafeBufferPointer<UInt8>) {
    part(2 * text.count + 8)
    guard let from = text.baseAddress else { return }
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let word = UnsafeRawPointer(from + index).loadUnaligned(as: UInt64.self)
        if Self.isHarmless(word) {
          UnsafeMutableRawPointer(start + count).storeBytes(of: word, as: UInt64.self)
          (index, count) = (index + 8, count + 8)
          continue
        }
      }
      for _ in 0..<min(8, text.count - index) {
        add(character: from[index])
        index += 1
      }
    }
  }

  /// No byte of the eight is below a space or a backslash.
  private static func isHarmless(_ word: UInt64) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let slashes = word ^ (ones &* 0x5C)
    let controls = (word &- ones &* 0x20) & ~word & tops
    return controls | ((slashes &- ones) & ~slashes & tops) == 0
  }

  private func add(character byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): put(UInt8(ascii: "\\")); put(byte)
    case UInt8(ascii: "\n"): put(UInt8(ascii: "\\")); put(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): put(UInt8(ascii: "\\")); put(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): put(UInt8(ascii: "\\")); put(UInt8(ascii: "t"))
    case 0: hasNulByte = true
    default: put(byte)
    }
  }

  func add(blob: UnsafeRawBufferPointer) {
    part(2 * blob.count + 3)
    put(UInt8(ascii: "\\"))
    put(UInt8(ascii: "\\"))
    put(UInt8(ascii: "x"))
    for byte in blob {
      put(Self.digits[Int(byte >> 4)])
      put(Self.digits[Int(byte & 15)])
    }
  }
  private static let digits = Array("0123456789abcdef".utf8)

  /// Ends the row, or takes it back where a text holds a zero byte: false then.
  func endRow() -> Bool {
    if hasNulByte {
      discardRow()
      return false
    }
    columns = 0
    ensure(1)
    put(UInt8(ascii: "\n"))
    row = count
    rowCount += 1
    return true
  }

  func discardRow() { (count, columns, hasNulByte) = (row, 0, false) }

  func removeAll() { (count, row, columns, rowCount) = (0, 0, 0, 0) }
}
