public import Charters
public import Governance
public import Kernel
internal import Reporting
public import Store

/// A switch of the option in force, looked at before it is made, with the charter whose words it uses. It writes nothing.
public struct SwitchStudy: Sendable {
  public enum Form: String, CaseIterable, Sendable { case table, json, csv }
  public let charter: Charter
  public let preview: SwitchPreview
  /// What records call the areas.
  public let areas: [String: Translated]

  /// - Parameter drafts: options of the reader's own, which may be switched to as well.
  /// - Throws: a `Refusal` for an unknown option, or one that is in force already.
  public init(
    _ option: String, _ drafts: [OptionDraft], in language: Language, since: Day, _ charters: CharterBook,
    _ connection: any Connection
  ) throws {
    charter = try charters.needed(on: since, connection).adding(drafts, in: language)
    let facts = try Facts.of(charter, on: since, connection)
    areas = facts.areaNames
    preview = try SwitchPreview.preview(charter, to: charter.option(option), facts, on: since)
  }

  public func told(in language: Language) -> MoveTeller {
    MoveTeller(preview: preview, teller: OptionTeller(charter, areas: areas, Words.of(language)))
  }

  public func bytes(_ form: Form, in language: Language) -> [UInt8] {
    switch form {
    case .table: return Array(told(in: language).text().utf8)
    case .csv: return Array(told(in: language).csv().utf8)
    case .json:
      var json = JSONWriter()
      preview.write(to: &json)
      json.raw("\n")
      return json.bytes
    }
  }
}
