public import Acting
public import Charters
public import Governance
public import Kernel
public import Proofs
public import Store
public import Telling

/// What a page's value is read with: one connection, so that everything on a page is of one moment, and what the page
/// already knows.
public struct Loading {
  public let connection: any Connection
  public let page: Page
  /// Who asks.
  public let viewer: Viewer
  /// The kinds that the reader may see.
  public let kinds: [any Record.Type]
  /// The edition of the charter in force on the day shown.
  public let charter: Charter?
  public let charters: CharterBook
  public let counts: CountBook
  public let pages: PageBook
  /// Everything that people do, for the page that tells it.
  public let verbs: VerbBook
  /// Where a long list goes on: what the page before gave.
  public let cursor: String?
  /// Signs for the journal; nil where there is no key.
  public let signer: SignerKey?
  private let found = Found()

  public var day: Day { page.asOf }
  public var language: Language { page.language }
  public var words: Words { page.words }

  /// - Parameter charter: whose words are used instead of the one in force on the day: a draft that is compared.
  public init(
    _ site: Site, _ address: Address, _ language: Language, on day: Day, _ connection: any Connection,
    for viewer: Viewer, under charter: Charter? = nil, after cursor: String? = nil
  ) throws {
    let inForce = try site.charters.inForce(on: day, connection)
    let framework = try connection.framework(on: day)
    let head = try connection.journalHead()
    self.connection = connection
    self.charter = charter ?? inForce
    self.cursor = cursor
    self.viewer = viewer
    signer = site.signer
    (kinds, charters, counts) = (site.kinds(for: viewer), site.charters, site.counts)
    (pages, verbs) = (site.pages, site.verbs)
    page = Page(
      address: address, language: language, asOf: day,
      partnership: inForce?.name.said(in: language) ?? Said("Entente"),
      framework: framework.map { Page.Framework($0, in: language) },
      head: head.seq > 0 ? Page.Head(number: head.seq, hash: String(head.hash.hexadecimal.prefix(8))) : nil,
      sections: site.pages.sections,
      hasTwins: site.pages.page(at: address.route).map {
        $0.kind.twin.reply != nil && $0.kind.hasTwin(address)
      }
        ?? false)
  }
}

extension Loading {
  /// A record by its id, read once for a page: its lists name the same bodies and areas again and again.
  public func one<R: Record>(_ id: R.ID) throws -> R? {
    let key = Found.Key(kind: ObjectIdentifier(R.self), id: id.text)
    if let known = found.records[key] { return known as? R }
    let record = try connection.one(id)
    found.records.updateValue(record, forKey: key)
    return record
  }

  /// What was read for the page so far; nil for what is not there.
  private final class Found {
    struct Key: Hashable {
      let kind: ObjectIdentifier
      let id: String
    }
    var records: [Key: (any Record)?] = [:]
  }
}

extension Page.Framework {
  fileprivate init(_ document: GoverningDocument, in language: Language) {
    let name = document.name.said(in: language)
    let since = document.period.since.map { Words.of(language).date($0) }
    self.init(
      name: Said([name.text, since].compactMap { $0 }.joined(separator: ", "), name.language),
      route: .record(kind: GoverningDocument.kind, id: document.id.text))
  }
}
