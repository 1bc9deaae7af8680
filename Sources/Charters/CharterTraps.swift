internal import Yams

/// What a small file can use to become a large one, or a deep one, or what looks like an indent and is none.
///
/// An anchor is found by the parser itself: in a copy of the text every sign that could begin an anchor or alias is a letter,
/// so that the copy has none and cannot grow. Where a value of the copy begins at such a letter, an anchor stood there; where
/// it stands within a text, it was one.
enum CharterTraps {
  static let deepest = 40
  /// Brackets within texts are not told apart from those of the language, so that no quote hides one; no text has so many open.
  private static let mostOpen = 200

  static func areAbsent(from text: String, _ findings: Findings) -> Bool {
    guard isShallow(text, findings) else { return false }
    let signs = Signs(of: text)
    guard !signs.places.isEmpty else { return true }
    do {
      guard let copy = try Yams.compose(yaml: signs.harmless), let first = signs.firstValue(in: copy) else {
        return true
      }
      findings.fault("alias", line: first.line)
    } catch {
      // A text without anchors is as right or wrong as its copy. One before a block leaves no YAML behind.
      if let line = (error as? YamlError)?.line, let sign = signs.last(opening: line) {
        findings.fault("alias", line: sign.line)
      } else if let error = error as? YamlError {
        CharterText.report(error, findings)
      } else {
        findings.fault("yaml", ["error": "\(error)"], line: 1)
      }
    }
    return false
  }

  private static func isShallow(_ text: String, _ findings: Findings) -> Bool {
    var (line, open) = (0, 0)
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let code = row.utf8
      let indent = code.prefix { $0 == 0x20 }.count
      if code.dropFirst(indent).first == 9 {
        findings.fault("tab", line: line)
        return false
      }
      // `- - - x` is as deep as its dashes.
      let dashes = code.dropFirst(indent).prefix { $0 == 0x20 || $0 == 0x2D || $0 == 0x3F }.count {
        $0 != 0x20
      }
      if indent > 2 * deepest || dashes > deepest && code.dropFirst(indent).contains(0x20) {
        findings.fault("too-deep.indent", ["most": "\(2 * deepest)"], line: line)
        return false
      }
      var (own, quote): (Int, UInt8?) = (0, nil)
      for byte in code {
        switch byte {
        case 0x5B, 0x7B:
          open += 1
          if quote == nil { own += 1 }
        case 0x5D, 0x7D:
          open = max(0, open - 1)
          own = max(0, own - 1)
        case 0x22: quote = quote == nil ? byte : nil
        default: break
        }
        if open > mostOpen || own > deepest {
          findings.fault("too-deep", ["most": "\(deepest)"], line: line)
          return false
        }
      }
    }
    return true
  }
}

/// The signs of a text that could begin an anchor or an alias: `&` and `*` with something behind them and no letter before.
private struct Signs {
  struct Place: Hashable {
    let line: Int
    let column: Int
    /// Whether nothing but a key or dashes stand before it.
    var opensValue = false

    static func == (a: Place, b: Place) -> Bool { (a.line, a.column) == (b.line, b.column) }
    func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(column)
    }
  }
  /// In the order of the text.
  private(set) var places: [Place] = []
  private(set) var harmless = ""
  /// Tags, before which the parser places what they mark.
  private var tags: Set<Place> = []

  init(of text: String) {
    var (line, column) = (1, 1)
    var before: Unicode.Scalar = " "
    var words = 0
    let scalars = Array(text.unicodeScalars)
    var copy = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let begins = Self.isBreakOrSpace(before) || "[{,:-?".unicodeScalars.contains(before)
      if scalar == "&" || scalar == "*", begins, !Self.isBreakOrSpace(next) {
        places.append(
          Place(line: line, column: column, opensValue: words == 0 || words == 1 && before == " "))
        copy.append("x")
      } else {
        if scalar == "!", begins { tags.insert(Place(line: line, column: column)) }
        copy.append(scalar)
      }
      if scalar == "\n" || scalar == "\r" && next != "\n" {
        (line, column, words) = (line + 1, 1, 0)
      } else {
        column += 1
        if Self.isBreakOrSpace(next), !Self.isBreakOrSpace(scalar), scalar != "-", scalar != "?" {
          words += 1
        }
      }
      before = scalar
    }
    harmless = String(copy)
  }

  private static func isBreakOrSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// The last sign that opens a value at or before a line.
  func last(opening line: Int) -> Place? { places.last { $0.line <= line && $0.opensValue } }

  /// The first of the signs at which a value of the copy begins; behind a tag too.
  func firstValue(in copy: Node) -> Place? {
    let signs = Set(places)
    func look(_ node: Node) -> Place? {
      switch node {
      case .scalar(let scalar):
        guard let mark = scalar.mark else { return nil }
        let place = Place(line: mark.line, column: mark.column)
        if scalar.style == .plain, signs.contains(place) { return place }
        return tags.contains(place) ? places.first { $0.line == place.line } : nil
      case .sequence(let sequence): return sequence.lazy.compactMap(look).first
      case .mapping(let mapping):
        return mapping.lazy.compactMap { look($0.key) ?? look($0.value) }.first
      case .alias: return nil
      }
    }
    return look(copy)
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }
}
