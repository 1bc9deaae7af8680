public import Charters
public import Governance
public import Kernel
internal import Reporting
public import Store

/// A comparison of the options with the charter whose words it uses, and its forms.
public struct OptionStudy: Sendable {
  public enum Form: String, CaseIterable, Sendable {
    case table, json, csv
    /// The options of the reader's own, as lines of a charter.
    case charter
  }
  /// With the options of the reader's own.
  public let charter: Charter
  public let comparison: OptionComparison
  public let drafts: [OptionDraft]
  /// What records call the areas.
  public let areas: [String: Translated]

  /// - Parameters:
  ///   - other: a charter to compare instead of the one in force.
  ///   - drafts: options of the reader's own; they are compared beside whatever is chosen.
  /// - Throws: a `Refusal` for an unknown option, a draft that does not fit the charter, a charter of another
  ///   partnership, or a day without a charter.
  public init(
    _ other: Charter? = nil, _ options: [String] = [], adding drafts: [OptionDraft] = [],
    in language: Language = .en, on day: Day, _ charters: CharterBook, _ connection: any Connection
  ) throws {
    let inForce = try charters.inForce(on: day, connection)
    if let other, let inForce, other.id != inForce.id {
      throw Refusal(
        "other-charter.compared", ["charter": .text(other.id), "partnership": .text(inForce.id)])
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
  public var own: [Option] { Array(charter.options.suffix(drafts.count)) }

  public func teller(in language: Language) -> OptionTeller {
    OptionTeller(charter, areas: areas, Words.of(language))
  }

  public var narrative: [NarrativeSentence] {
    OptionNarrative(comparison, charter, areas: areas).sentences()
  }

  /// - Throws: a `Refusal` where lines of a charter are asked for and there is no option of the reader's own.
  public func file(_ form: Form, in language: Language) throws -> [UInt8] {
    if form == .charter, drafts.isEmpty {
      throw Refusal("options.none-of-your-own")
    }
    return bytes(form, in: language)
  }

  public func bytes(_ form: Form, in language: Language) -> [UInt8] {
    switch form {
    case .table: Array(OptionTable(comparison: comparison, teller: teller(in: language)).text().utf8)
    case .csv: Array(OptionTable(comparison: comparison, teller: teller(in: language)).csv().utf8)
    case .charter: Array(own.map(\.charterLines).joined().utf8)
    case .json: json
    }
  }

  /// The comparison and the account made of it.
  private var json: [UInt8] {
    var json = JSONWriter(capacity: 262_144)
    json.raw(#"{"comparison":"#)
    comparison.write(to: &json)
    json.raw(#","narrative":"#)
    narrative.write(to: &json)
    json.raw("}\n")
    return json.bytes
  }
}
