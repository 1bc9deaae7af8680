extension CharterKey {
  /// What the value of a key is. Every one may also say that nothing is known: see `ReservedWords.silences`.
  public enum Shape: Sendable, Hashable {
    /// A text in each language.
    case text
    /// As exact as its source: 2010, 2010-09, 2010-09-22.
    case date
    case number
    /// true or false, yes or no, on or off.
    case flag
    /// A length of time: 12 months, about 3 years.
    case span
    /// Words that the language knows, or names that the charter gives to something.
    case words(Words)
    /// In the charter's own words, which nothing is held to.
    case own
    /// A block of keys.
    case block
    /// A block of things that the charter names itself.
    case named
    /// A list of blocks.
    case list

    static func one(_ words: String, of referents: Referent...) -> Shape {
      .words(Words(fixed: words.split(separator: " ").map(String.init), referents: referents, isOne: true))
    }

    static func one(_ words: [String]) -> Shape {
      .words(Words(fixed: words, referents: [], isOne: true))
    }

    /// One of the cases of a type.
    static func one<W: RawRepresentable & CaseIterable>(_: W.Type) -> Shape where W.RawValue == String {
      .one(W.allCases.map(\.rawValue))
    }

    static func one(of referents: Referent..., or words: String = "") -> Shape {
      .words(
        Words(fixed: words.split(separator: " ").map(String.init), referents: referents, isOne: true))
    }

    static func several(_ words: String) -> Shape {
      .several(words.split(separator: " ").map(String.init))
    }

    static func several(_ words: [String]) -> Shape {
      .words(Words(fixed: words, referents: [], isOne: false))
    }

    static func several<W: RawRepresentable & CaseIterable>(_: W.Type) -> Shape where W.RawValue == String {
      .several(W.allCases.map(\.rawValue))
    }

    static func several(of referents: Referent..., or words: String = "") -> Shape {
      .words(
        Words(fixed: words.split(separator: " ").map(String.init), referents: referents, isOne: false))
    }
  }

  /// The words that a value may be.
  public struct Words: Sendable, Hashable {
    /// Words of the language, in the order they are told.
    public let fixed: [String]
    /// Things of the charter, whose names may stand there too.
    public let referents: [Referent]
    /// Whether one word is meant, and never a list.
    public let isOne: Bool
  }

  /// What a word may be the name of.
  public enum Referent: String, Sendable, Hashable, CaseIterable {
    case body, treaty, area, stream, option, category, sector, chamber, rule, function, nature, indicator,
      window
    case figure, exemption, agreement, deliverable, medium
    case mainSector = "main-sector"
    case governingDocument = "governing-document"
    case countryGroup = "country-group"
    case reporting
    /// A body, or a word that stands for whoever is meant: linked-body, parties.
    case actor
    /// Whoever may stand in a reporting line.
    case reporter
    /// The partnership itself, by the charter's id.
    case charter

    /// The blocks whose names it may be.
    var blocks: [String] {
      switch self {
      case .body, .actor: ["bodies"]
      case .treaty: ["treaties"]
      case .area: ["areas"]
      case .stream: ["streams"]
      case .option: ["options"]
      case .category: ["membership.categories"]
      case .sector: ["membership.sectors.main", "membership.sectors.movable"]
      case .mainSector: ["membership.sectors.main"]
      case .chamber: ["membership.chambers"]
      case .rule: ["decisions.rules"]
      case .function: ["functions"]
      case .nature: ["natures"]
      case .indicator: ["indicators"]
      case .window: ["finance.windows"]
      case .figure: ["figures"]
      case .exemption: ["exemptions"]
      case .agreement: ["agreements"]
      case .deliverable: ["deliverables.items"]
      case .medium: ["goal.media"]
      case .governingDocument: ["governing-documents"]
      case .countryGroup: ["country-groups"]
      case .reporting: ["reporting"]
      // Whoever works or belongs may report, whether it is a body or not.
      case .reporter: ["bodies", "areas", "streams", "membership.categories", "cross-cutting-topics"]
      case .charter: []
      }
    }

    /// Whether the charter's own id is one of them.
    var mayBeTheCharter: Bool { self == .charter || self == .actor || self == .reporter }

    /// What it is told as in a sentence: `finding.referent.body`.
    var word: String {
      switch self {
      case .actor, .reporter: Referent.body.rawValue
      default: rawValue
      }
    }

    /// Whether a charter that declares none may name some: what it says of them stands in other documents.
    var mayBeUndeclared: Bool {
      switch self {
      case .nature, .function, .stream, .countryGroup, .governingDocument, .medium, .figure, .agreement: true
      default: false
      }
    }
  }
}
