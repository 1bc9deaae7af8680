public import Kernel

/// The plural categories of CLDR and which of them a number takes in each language.
public enum PluralForm: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// The forms a language needs for whole numbers.
  public static func needed(in language: Language) -> [PluralForm] {
    switch language {
    case .ar: [.zero, .one, .two, .few, .many, .other]
    case .zh: [.other]
    case .en: [.one, .other]
    case .fr, .es: [.one, .many, .other]
    case .ru: [.one, .few, .many, .other]
    }
  }

  public init(of number: Int, in language: Language) {
    let n = number.magnitude
    let (tens, ones) = (n % 100, n % 10)
    // French and Spanish say "un million de …": whole millions take a form of their own.
    let isMillions = n != 0 && n % 1_000_000 == 0
    switch language {
    case .zh: self = .other
    case .en: self = n == 1 ? .one : .other
    case .es: self = n == 1 ? .one : isMillions ? .many : .other
    case .fr: self = n < 2 ? .one : isMillions ? .many : .other
    case .ru:
      self =
        ones == 1 && tens != 11 ? .one : 2...4 ~= ones && !(12...14 ~= tens) ? .few : .many
    case .ar:
      switch n {
      case 0: self = .zero
      case 1: self = .one
      case 2: self = .two
      default: self = 3...10 ~= tens ? .few : 11...99 ~= tens ? .many : .other
      }
    }
  }

  /// Of a number as it is written, with at most so many decimal places and no zeros at their end: in English 1.5 takes
  /// another form than 1, in French the same, in Russian one of its own.
  public init(of value: Double, digits: Int, in language: Language) {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else {
      self = .other
      return
    }
    let (whole, isWhole) = (Int(scaled) / Int(scale), Int(scaled) % Int(scale) == 0)
    if isWhole {
      self.init(of: whole, in: language)
    } else {
      // Only French looks at what stands before the point.
      self = language == .fr && whole < 2 ? .one : .other
    }
  }
}
