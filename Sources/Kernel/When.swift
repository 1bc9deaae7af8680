/// A date as exact as its source: `2010`, `2010-09` or `2010-09-22`. Kept as that text, which sorts as it reads.
///
/// It is never filled up to a day: what a source does not say is not known.
public struct When: FieldValue, Comparable, CustomStringConvertible {
  public enum Precision: Sendable, Hashable { case year, month, day }

  /// The first day it can mean.
  public let first: Day
  public let precision: Precision

  public init(_ day: Day) {
    first = day
    precision = .day
  }
  /// Trusts its numbers; text goes through `init(text:)`.
  public init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
    first = Day(year, month ?? 1, day ?? 1)
    precision = day != nil ? .day : month != nil ? .month : .year
  }

  public init(text: some StringProtocol) throws {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = parts.map(\.count)
    guard widths == [4] || widths == [4, 2] || widths == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { $0 &- 48 < 10 } })
    else { throw Self.refusal }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 &- 48) } }
    self.init(
      numbers[0], numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil)
    let civil = first.civil
    guard
      [civil.year, civil.month, civil.day].prefix(numbers.count).elementsEqual(numbers),
      numbers[0] > 0
    else { throw Self.refusal }
  }

  private static var refusal: Refusal {
    Refusal("when")
  }

  /// The last day it can mean.
  public var last: Day {
    let (year, month, _) = first.civil
    switch precision {
    case .day: return first
    case .month: return Day(number: Day(month < 12 ? year : year + 1, month % 12 + 1, 1).number - 1)
    case .year: return Day(year, 12, 31)
    }
  }

  public var description: String {
    let text = first.description
    switch precision {
    case .day: return text
    case .month: return String(text.prefix(7))
    case .year: return String(text.prefix(4))
    }
  }

  public static func < (a: When, b: When) -> Bool {
    a.first != b.first ? a.first < b.first : a.last > b.last
  }

  public static var shape: Shape { .when }
  public func write(to json: inout JSONWriter) { json.write(description) }
  public init(json: inout JSONReader) throws { try self.init(text: json.string()) }
  public func bind(to row: any Binder) { row.bind(description) }
  public init(row: any TableRow) throws { try self.init(text: row.text()) }
  public static func transcode(_ json: inout JSONReader, to row: any Binder) throws {
    try json.withString { row.bind(utf8: $0) }
  }
  public var cell: String { description }
  public init(cell: String) throws { try self.init(text: cell) }
}
