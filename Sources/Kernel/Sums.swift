extension Int {
  /// The sum, or the largest number there is: what is added came from records, and no record stops the program. A record holds
  /// at most `Int.largest`, so that only a sum of more than a thousand such amounts ends there.
  public func adding(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? (other > 0 ? .max : .min) : sum
  }

  /// The whole number nearest to a number, or the largest there is; nothing for what is no number.
  public init(saturating number: Double) {
    self = number.isNaN ? 0 : Int(exactly: number.rounded()) ?? (number > 0 ? .max : .min)
  }
}

extension Sequence {
  /// The sum of what each element counts for, in one unit: cents of one currency, heads, days.
  public func total(_ part: (Element) throws -> Int) rethrows -> Int {
    try reduce(0) { try $0.adding(part($1)) }
  }
}

extension Sequence<Int> {
  public func total() -> Int { total { $0 } }
}
