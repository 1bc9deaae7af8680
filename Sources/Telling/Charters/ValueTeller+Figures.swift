internal import Charters
internal import Kernel
internal import Wording

/// Numbers with their units, dates, lengths of time and shares, as a charter writes them.
extension ValueTeller {
  func flag(_ word: String) -> String? {
    switch word {
    case "true", "yes", "on": words["value.yes"]
    case "false", "no", "off": words["value.no"]
    default: nil
    }
  }

  func number(_ word: String, _ place: CharterPlace) -> String? {
    guard let number = Double(word) else { return nil }
    guard let unit = place["unit"]?.words.first else { return words.number(number, digits: 6) }
    if unit == "year" { return word }
    let said = words.unit(unit, for: number)
    return "\(words.number(number, digits: 6))\u{A0}\(said == unit ? self.word(unit) : said)"
  }

  func unit(_ word: String) -> String? {
    guard case .forms(let forms)? = words.entries["unit.\(word)"] else { return nil }
    return forms[.one] ?? forms[.other]
  }

  /// As exact as it is written: 2010-09, 2010-09-22. A year stays as it stands.
  func date(_ word: String) -> String? {
    guard word.utf8.count > 4, word.prefix(4).allSatisfy(\.isNumber), let when = try? When(text: word) else {
      return nil
    }
    return words.date(when)
  }

  /// `about 18 months`, `every 2 years`, `60 days`.
  func span(_ word: String) -> String? {
    var steps = word.split(separator: " ").map(String.init)
    guard let unit = steps.popLast(), let number = steps.popLast().flatMap({ Int($0) }), steps.count < 2
    else { return nil }
    let span: String
    switch unit.hasSuffix("s") ? String(unit.dropLast()) : unit {
    case "day": span = words.count("count.day", number)
    case "month": span = words.count("count.month", number)
    case "year": span = words.count("count.year", number)
    default: return nil
    }
    switch steps.first {
    case nil: return span
    case "every": return words["explain.every", ["span": span]]
    case "about": return "\(words.term("qualifier", "about")) \(span)"
    default: return nil
    }
  }

  /// `> 1/2`, `>= 2/3`, `at-least 1`.
  func share(_ word: String) -> String? {
    let steps = word.split(separator: " ").map(String.init)
    guard steps.count == 2 else { return nil }
    switch steps[0] {
    case ">": return words["ruling.moreThan", ["share": steps[1]]]
    case ">=", "at-least": return words["ruling.atLeast", ["share": steps[1]]]
    default: return nil
    }
  }
}
