public import Charters
public import Kernel
internal import Markup
internal import Store
public import Telling
public import Web

/// The comparison of the options as a file: the same value that the page shows.
public struct OptionsFile: Sendable {
  public enum Form: Sendable, Hashable {
    case told(OptionStudy.Form)
    /// The page itself.
    case html
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
    return try await site.database.read { connection in
      let study = try OptionStudy(
        charter, options, adding: drafts, in: language, on: day, site.charters, connection)
      switch form {
      case .told(let form): return try study.file(form, in: language)
      case .paper: return OptionAccount(study: study, language: language).html().bytes
      case .html:
        let loading = try Loading(
          site, Address(.options, language: language, asOf: day), language, on: day, connection,
          for: .anyone, under: study.charter)
        let view = loading.options(study, withNarrative: true)
        return loading.page.document(view, site: Link(elsewhere: address)).bytes
      }
    }
  }
}
