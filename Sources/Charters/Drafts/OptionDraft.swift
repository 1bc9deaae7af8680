internal import Kernel

/// An option that a reader adds to a comparison: a tie for the whole, and others for some parts. Nothing of it is kept.
///
/// It is written in one line, the same in an address and on a command line:
/// `default=2; results=memorandum:cop; name=Results by memorandum`. The name stands last and takes the rest of the line.
public struct OptionDraft: Sendable, Hashable {
  /// How a part is tied in it.
  public enum Tie: Sendable, Hashable {
    /// As in one of the charter's options, by number or id, or as in the linkage in force (`in-force`).
    case asIn(String)
    /// A tie of its own, to any of the bodies, or to all of them.
    case tied(LinkageTerms.Modality, to: [String], needsAll: Bool)
  }
  public struct Part: Sendable, Hashable {
    public let part: String
    public let tie: Tie

    public init(part: String, tie: Tie) {
      self.part = part
      self.tie = tie
    }
  }

  /// How many may be added to one comparison.
  public static let most = 8
  /// Characters of a name, and of a line.
  public static let longestName = 80
  public static let longestLine = 4000
  /// Characters that turn the direction of what follows them.
  private static let turns = Set(
    "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}".unicodeScalars)
  /// What stands for the linkage in force where an option is named.
  public static let inForce = ReservedWords.inForce

  public let name: String
  /// How whatever has no tie of its own is tied.
  public let usual: Tie
  public let parts: [Part]

  /// - Throws: a `Refusal` for a name that is missing or too long, and for a part that stands twice.
  public init(name: String, usual: Tie, parts: [Part]) throws {
    let name = name.split { $0 == "\n" || $0 == "\r" || $0 == "\t" }.joined(separator: " ")[...].trimmingSpace
    guard !name.isEmpty else {
      throw Refusal("option-name")
    }
    guard name.count <= Self.longestName else {
      throw Refusal("option-name.long", ["length": "\(name.count)", "most": "\(Self.longestName)"])
    }
    // Whoever is sent an address should read what stands there.
    guard
      !name.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control || Self.turns.contains($0)
      })
    else {
      throw Refusal("option-name.hidden")
    }
    var met: Set<String> = []
    for part in parts where !met.insert(part.part).inserted {
      throw Refusal("option-part.twice", ["part": "\(part.part.prefix(60))", "option": .text(name)])
    }
    self.name = name
    self.usual = usual
    self.parts = parts
  }

  /// Reads its line.
  ///
  /// - Throws: a `Refusal` that says what is wrong in it.
  public init(line: String) throws {
    guard line.utf8.count <= Self.longestLine else {
      throw Refusal("option-line.long", ["most": "\(Self.longestLine)"])
    }
    var (name, usual, parts): (String, Tie?, [Part]) = ("", nil, [])
    var rest = line[...]
    while !rest.isEmpty {
      let isLast = rest.prefix { $0 != "=" && $0 != ";" }.trimmingSpace == "name"
      let piece = isLast ? rest : rest.prefix { $0 != ";" }
      rest = rest.dropFirst(piece.count + 1)
      let text = piece.trimmingSpace
      if text.isEmpty { continue }
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw Refusal("option-line", ["text": "\(text.prefix(60))"])
      }
      let key = text[..<equals].trimmingSpace
      let value = text[text.index(after: equals)...].trimmingSpace
      if key == "name" {
        name = value
      } else if key != "default" {
        parts.append(Part(part: key, tie: try Tie(value)))
      } else if usual == nil {
        usual = try Tie(value)
      } else {
        throw Refusal("option-part.default-twice")
      }
    }
    guard let usual else {
      throw Refusal("option-default")
    }
    try self.init(name: name, usual: usual, parts: parts)
  }

  /// Its line, as it stands in an address.
  public var line: String {
    ([("default", usual)] + parts.map { ($0.part, $0.tie) }).map { "\($0)=\($1.text);" }.joined()
      + "name=\(name)"
  }
}

extension OptionDraft.Tie {
  /// Reads `2`, `formal-link`, `in-force`, `formal:cop`, `memorandum:cop,subsidiary-body`, `formal:cop+subsidiary-body` or
  /// `none`. Commas stand between bodies to choose from, a plus between bodies that are all meant.
  public init(_ text: String) throws {
    let text = text[...].trimmingSpace
    let colon = text.firstIndex(of: ":")
    let word = String(text[..<(colon ?? text.endIndex)])
    guard let modality = LinkageTerms.Modality(rawValue: word) else {
      guard colon == nil, !word.isEmpty else {
        throw Refusal("option-tie", ["text": "\(text.prefix(60))"])
      }
      self = .asIn(word)
      return
    }
    let list = colon.map { String(text[text.index(after: $0)...]) } ?? ""
    guard !(list.contains("+") && list.contains(",")) else {
      throw Refusal("option-tie.mixed", ["list": "\(list.prefix(60))"])
    }
    let bodies = list.split { $0 == "," || $0 == "+" }.map(\.trimmingSpace).filter { !$0.isEmpty }.uniqued
    if modality == .none, !bodies.isEmpty {
      throw Refusal("contradiction.no-link", ["text": "\(text.prefix(60))"])
    }
    if modality != .none, bodies.isEmpty {
      throw Refusal("contradiction.no-body", ["modality": .text(word)])
    }
    self = .tied(modality, to: bodies, needsAll: list.contains("+"))
  }

  /// As it is read.
  public var text: String {
    switch self {
    case .asIn(let option): option
    case .tied(.none, _, _): "none"
    case .tied(let modality, let bodies, let needsAll):
      "\(modality.rawValue):\(bodies.joined(separator: needsAll ? "+" : ","))"
    }
  }
}
