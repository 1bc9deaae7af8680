public import Charters
internal import Governance
public import Kernel
internal import Markup
internal import Reporting
internal import Store

/// The comparison of the options as a file: the same value that the page shows.
public struct OptionsFile: Sendable {
  public enum Form: String, CaseIterable, Sendable {
    case table, json, csv, html
    /// The options of the reader's own, as lines of a charter.
    case charter
    /// The table and the account alone, as HTML for a word processor.
    case paper
  }

  public let form: Form
  public let language: Language
  /// Nil takes today.
  public let asOf: Day?
  /// Options by id or number; none means all of the charter.
  public let options: [String]
  /// Compares the options of this charter on the partnership's records; nil takes the one in force.
  public let charter: Charter?
  /// Options of the reader's own, compared beside the charter's.
  public let drafts: [OptionDraft]

  public init(
    _ form: Form, language: Language, asOf: Day? = nil, options: [String] = [], charter: Charter? = nil,
    drafts: [OptionDraft] = []
  ) {
    self.form = form
    self.language = language
    self.asOf = asOf
    self.options = options
    self.charter = charter
    self.drafts = drafts
  }

  /// - Parameter address: of the site that the page's links lead to.
  /// - Throws: a `Refusal` for an unknown option, a draft that does not fit the charter, a charter of another
  ///   partnership, or a day without a charter.
  public func bytes(from site: Site, at address: String) async throws -> [UInt8] {
    let day = asOf ?? site.today()
    let (charters, kinds, counts) = (site.charters, site.publicKinds, site.counts)
    return try await site.database.read { connection in
      let studied = try OptionStudy(
        charter, options, adding: drafts, in: language, on: day, charters, connection)
      switch form {
      case .table: return Array(studied.table(in: language).text().utf8)
      case .json: return studied.json + [UInt8(ascii: "\n")]
      case .csv: return Array(studied.table(in: language).csv().utf8)
      case .charter: return Array(try studied.charterLines().utf8)
      case .paper: return OptionAccount(study: studied, language: language).html().bytes
      case .html:
        var place = Address(.options, language: language)
        place.asOf = day
        let page = try PageResponder.page(place, language, day, connection, charters)
        let view = Loading(
          connection: connection, page: page, kinds: kinds, charter: studied.charter, counts: counts
        ).options(studied, withNarrative: true)
        return page.document(view, site: Link(elsewhere: address)).bytes
      }
    }
  }
}

/// A comparison with the charter whose words it uses.
struct OptionStudy {
  /// With the options of the reader's own.
  let charter: Charter
  let comparison: OptionComparison
  let drafts: [OptionDraft]
  /// What records call the areas.
  let areas: [String: Translated]

  /// - Parameters:
  ///   - other: a charter to compare instead of the one in force.
  ///   - drafts: options of the reader's own; they are compared beside whatever is chosen.
  init(
    _ other: Charter? = nil, _ options: [String] = [], adding drafts: [OptionDraft] = [],
    in language: Language = .en, on day: Day, _ charters: CharterBook, _ connection: any Connection
  ) throws {
    let inForce = try charters.inForce(on: day, connection)
    if let other, let inForce, other.id != inForce.id {
      throw Refusal(
        "other-charter",
        "the file is a charter of \u{201C}\(other.id)\u{201D}, and this partnership is \u{201C}\(inForce.id)\u{201D}; compare a charter of its own"
      )
    }
    let known = try other ?? charters.needed(on: day, connection)
    charter = try known.adding(drafts, in: language)
    self.drafts = drafts
    let own = charter.options.dropFirst(known.options.count).map(\.id)
    let facts = try Facts.of(charter, on: day, connection)
    areas = facts.areaNames
    comparison = try OptionComparison.compare(charter, options.isEmpty ? [] : options + own, facts, on: day)
  }

  /// The options of the reader's own.
  var own: [Option] { Array(charter.options.suffix(drafts.count)) }

  func charterLines() throws -> String {
    guard !drafts.isEmpty else {
      throw Refusal("options", "lines of a charter are made of options of your own; add one with --add")
    }
    return own.map(\.charterLines).joined()
  }

  func table(in language: Language) -> OptionTable {
    OptionTable(comparison: comparison, teller: OptionTeller(charter, areas: areas, Words.of(language)))
  }

  var narrative: [NarrativeSentence] { OptionNarrative(comparison, charter, areas: areas).sentences() }

  /// The comparison and the account made of it.
  var json: [UInt8] {
    var json = JSONWriter(capacity: 262_144)
    json.raw(#"{"comparison":"#)
    comparison.write(to: &json)
    json.raw(#","narrative":"#)
    narrative.write(to: &json)
    json.raw("}")
    return json.bytes
  }
}
