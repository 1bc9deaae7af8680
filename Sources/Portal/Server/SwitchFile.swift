public import Charters
internal import Governance
public import Kernel
internal import Reporting
internal import Store

/// What a switch of the option in force would move, as text or data. It writes nothing.
public struct SwitchFile: Sendable {
  public let option: String
  public let since: Day
  public let form: OptionsFile.Form
  public let language: Language
  /// Options of the reader's own, which may be switched to as well.
  public let drafts: [OptionDraft]

  public init(
    _ option: String, since: Day, _ form: OptionsFile.Form, _ language: Language, drafts: [OptionDraft] = []
  ) {
    self.option = option
    self.since = since
    self.form = form
    self.language = language
    self.drafts = drafts
  }

  /// - Throws: a `Refusal` for an unknown option, or one that is in force already.
  public func bytes(from site: Site) async throws -> [UInt8] {
    let charters = site.charters
    return try await site.database.read { connection in
      let study = try SwitchStudy(option, drafts, in: language, since: since, charters, connection)
      switch form {
      case .json:
        var json = JSONWriter()
        study.preview.write(to: &json)
        return Array((json.text + "\n").utf8)
      case .csv: return Array(study.told(in: language).csv().utf8)
      default: return Array(study.told(in: language).text().utf8)
      }
    }
  }
}

/// A switch looked at before it is made, with the charter whose words it uses.
struct SwitchStudy {
  let charter: Charter
  let preview: SwitchPreview
  /// What records call the areas.
  let areas: [String: Translated]

  init(
    _ option: String, _ drafts: [OptionDraft], in language: Language, since: Day, _ charters: CharterBook,
    _ connection: any Connection
  ) throws {
    charter = try charters.needed(on: since, connection).adding(drafts, in: language)
    let facts = try Facts.of(charter, on: since, connection)
    areas = facts.areaNames
    preview = try SwitchPreview.preview(charter, to: charter.option(option), facts, on: since)
  }

  func told(in language: Language) -> MoveTeller {
    MoveTeller(preview: preview, teller: OptionTeller(charter, areas: areas, Words.of(language)))
  }
}
