internal import CLibPQ

/// The values of one run, from left to right. They travel as text, bytes as they are.
struct PostgresParameters {
  /// One value after the other, each ended by a zero byte.
  private var bytes: [UInt8] = []
  /// Where each begins; -1 for null.
  private var starts: [Int] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var pointers: [UnsafePointer<CChar>?] = []
  /// PostgreSQL's texts hold no zero byte. The fault is told when the statement runs: binding cannot throw.
  private(set) var hasNulByte = false

  mutating func addNull() { end(at: -1, length: 0, format: 0) }

  mutating func add(_ number: Int) {
    let start = bytes.count
    withDecimal(number) { bytes.append(contentsOf: $0) }
    end(at: start, length: bytes.count - start, format: 0)
  }

  mutating func add(text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    if text.contains(0) { hasNulByte = true }
    bytes.append(contentsOf: text)
    end(at: start, length: text.count, format: 0)
  }

  mutating func add(blob: UnsafeRawBufferPointer) {
    let start = bytes.count
    bytes.append(contentsOf: blob)
    end(at: start, length: blob.count, format: 1)
  }

  private mutating func end(at start: Int, length: Int, format: Int32) {
    if start >= 0 { bytes.append(0) }
    starts.append(start)
    lengths.append(Int32(length))
    formats.append(format)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    formats.removeAll(keepingCapacity: true)
    hasNulByte = false
  }

  /// Gives count, values, lengths and formats as libpq takes them.
  mutating func send(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>, UnsafePointer<Int32>) ->
      Int32
  ) -> Bool {
    pointers.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBytes { bytes in
      for start in starts {
        pointers.append(
          start < 0 ? nil : bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
      }
      return body(Int32(starts.count), pointers, lengths, formats) == 1
    }
  }
}

/// A number's digits without making a `String`.
func withDecimal(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
  withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
    var start = 20
    var rest = number.magnitude
    repeat {
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 {
      start -= 1
      digits[start] = UInt8(ascii: "-")
    }
    body(UnsafeRawBufferPointer(rebasing: digits[start...]))
  }
}
