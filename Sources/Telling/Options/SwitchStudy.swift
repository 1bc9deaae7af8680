public import Acting
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
  /// Verbs that others could do then.
  public let rights: [RightsChange]

  /// - Parameters:
  ///   - drafts: options of the reader's own, which may be switched to as well.
  ///   - verbs: what people do, for the rights that change hands.
  /// - Throws: a `Refusal` for an unknown option, or one that is in force already.
  public init(
    _ option: String, _ drafts: [OptionDraft], in language: Language, since: Day, of verbs: VerbBook,
    _ charters: CharterBook, _ connection: any Connection
  ) throws {
    charter = try charters.needed(on: since, connection).adding(drafts, in: language)
    let facts = try Facts.of(charter, on: since, connection)
    areas = facts.areaNames
    let option = try charter.option(option)
    preview = try SwitchPreview.preview(charter, to: option, facts, on: since)
    let occasion = Occasion(
      Intent("switch", by: "", as: .secretariat), under: charters, today: since, connection)
    rights = try verbs.changes(from: charter, to: charter.following(option.id), occasion)
  }

  public func told(in language: Language) -> MoveTeller {
    MoveTeller(
      preview: preview, rights: rights, teller: OptionTeller(charter, areas: areas, Words.of(language)))
  }

  public func bytes(_ form: Form, in language: Language) -> [UInt8] {
    switch form {
    case .table: return Array(told(in: language).text().utf8)
    case .csv: return Array(told(in: language).csv().utf8)
    case .json:
      var json = JSONWriter()
      preview.write(to: &json)
      // One more member of the same object.
      var members = JSONWriter()
      members.raw(#","rights":["#)
      for (index, change) in rights.enumerated() {
        if index > 0 { members.raw(",") }
        change.write(to: &members)
      }
      members.raw("]}\n")
      return json.bytes.dropLast() + members.bytes
    }
  }
}
