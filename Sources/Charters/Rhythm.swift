/// How often something is owed or happens, where the charter says it so that it can be counted.
public enum Rhythm: Sendable, Hashable {
  /// Once in each reporting cycle.
  case cycle
  case months(Double)
  /// Once for each meeting of a body.
  case meeting(of: String)

  /// `24 months`, `about 18 months`, `every 2 years`, `3 years` in months; nil for other words.
  static func months(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    guard words.count >= 2, let number = Double(words[words.count - 2]), number > 0, number <= 1200 else {
      return nil
    }
    switch words[words.count - 1] {
    case "month", "months": return number
    case "year", "years": return number * 12
    case "week", "weeks": return number * 12 / 52
    default: return nil
    }
  }
}
