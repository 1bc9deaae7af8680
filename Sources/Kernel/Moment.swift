/// An instant, to the millisecond. Told as `2010-09-22T14:05:09.123Z`.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Since 1970-01-01 UTC.
  public let milliseconds: Int
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  private static let perDay = 86_400_000

  public var day: Day {
    Day(number: Int32(clamping: (milliseconds - timeOfDay) / Self.perDay))
  }
  private var timeOfDay: Int {
    let rest = milliseconds % Self.perDay
    return rest < 0 ? rest + Self.perDay : rest
  }

  public var description: String {
    var json = JSONWriter(capacity: 24)
    write(to: &json)
    return json.text
  }

  func write(to json: inout JSONWriter) {
    func put(_ value: Int, _ count: Int) {
      var scale = count == 3 ? 100 : 10
      for _ in 0..<count {
        json.raw(48 + UInt8(truncatingIfNeeded: value / scale % 10))
        scale /= 10
      }
    }
    day.withUTF8 { for byte in $0 { json.raw(byte) } }
    json.raw("T")
    let time = timeOfDay
    put(time / 3_600_000, 2)
    json.raw(":")
    put(time / 60_000 % 60, 2)
    json.raw(":")
    put(time / 1000 % 60, 2)
    json.raw(".")
    put(time % 1000, 3)
    json.raw("Z")
  }

  public init(text: String) throws {
    var refusal: Refusal { Refusal("moment") }
    let bytes = Array(text.utf8)
    let marks: [(Int, UInt8)] = [
      (10, UInt8(ascii: "T")), (13, 58), (16, 58), (19, 46), (23, UInt8(ascii: "Z")),
    ]
    guard bytes.count == 24, marks.allSatisfy({ bytes[$0.0] == $0.1 }) else { throw refusal }
    func number(_ range: Range<Int>) throws -> Int {
      try range.reduce(0) {
        guard bytes[$1] &- 48 < 10 else { throw refusal }
        return $0 * 10 + Int(bytes[$1] &- 48)
      }
    }
    let day = try bytes[..<10].withUnsafeBufferPointer { try Day(utf8: $0) }
    let (hour, minute, second) = (try number(11..<13), try number(14..<16), try number(17..<19))
    guard hour < 24, minute < 60, second < 60 else { throw refusal }
    milliseconds =
      Int(day.number) * Self.perDay + hour * 3_600_000 + minute * 60_000 + second * 1000
      + (try number(20..<23))
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
}
