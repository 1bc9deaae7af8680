internal import Charters
internal import Governance
internal import HTTPTypes
internal import Kernel
internal import Markup
internal import Registry
internal import Reporting
internal import Store
internal import Workplan

/// Answers for pages: reads what a page shows in one go, tells it in the reader's language, or gives its data.
struct PageResponder {
  let site: Site
  let asked: Asked

  /// - Returns: nil where the address names no page.
  func reply() async throws -> Reply? {
    if asked.path.first == "assets" { return Assets.reply(asked.path, version: asked["v"]) }
    guard var address = Address(parts: asked.path) else { return nil }
    address.base = site.base
    address.language = asked["lang"].flatMap { Language(rawValue: $0) }
    address.asOf = asked["as_of"].flatMap { $0.isEmpty ? nil : try? Day(cell: $0) }
    address.filters = asked.filters.map { Address.Parameter(name: $0.field, value: $0.value) }
    let language = try asked.language(among: Words.languages)
    let today = try asked.day(today: site.today())
    let (found, kinds, cursor, charters) = (address, site.publicKinds, asked["cursor"], site.charters)
    if found.route == .addOption, found.form == .html { return try await addOption(found, language, today) }
    let (counts, verbs) = (site.counts, site.verbs)
    if found.form != .html { return try await data(found, language) }
    return try await site.database.read { connection in
      let day = try Self.reportedOn(found, connection) ?? today
      let page = try Self.page(found, language, day, connection, charters)
      let loading = Loading(
        connection: connection, page: page, kinds: kinds,
        charter: try charters.inForce(on: day, connection), counts: counts, verbs: verbs)
      guard let view = try Self.view(found, loading, charters, kinds, cursor) else { return nil }
      let html = page.html(view)
      return Reply(type: Reply.html, body: html.bytes, tag: Fingerprint(of: html.bytes).short)
    }
  }

  /// The records behind a page, by its suffix.
  private func data(_ address: Address, _ language: Language) async throws -> Reply? {
    let api = API(site: site)
    func list(_ plural: String) async throws -> Reply? {
      guard let type = site.kind(plural: plural) else { return nil }
      return address.form == .csv ? try await api.table(type, asked) : try await api.reply([plural], asked)
    }
    switch address.route {
    case .partners, .areas, .activities: return try await list(address.route.parts[0])
    case .governance: return try await list(GoverningDocument.plural)
    case .requests: return try await list("requests")
    case .treaties: return try await list("treaties")
    case .formations: return try await list(Formation.plural)
    case .options: return try await options(address, language, try asked.day(today: site.today()))
    case .motions: return try await list(Motion.plural)
    case .reports: return try await list(Cycle.plural)
    case .models, .model: return try Self.models(address, language, try asked.day(today: site.today()))
    case .partner(let id): return try await api.reply(["partners", id], asked)
    case .area(let id): return try await api.reply(["areas", id], asked)
    case .formation(let id): return try await api.reply([Formation.plural, id], asked)
    case .motion(let id):
      // Asked first in any case: a motion that is not there has no ballots either.
      let record = try await api.reply([Motion.plural, id], asked)
      // As a file of rows a motion is its ballots: the page shows only some of them.
      return address.form == .csv ? try await api.table(Ballot.self, asked.with("motion", id)) : record
    case .activity(let id): return try await api.reply(["activities", id], asked)
    case .source(let id): return try await api.reply(["sources", id], asked)
    case .record(let kind, let id):
      guard let type = site.kind(named: kind) else { return nil }
      return try await api.reply([type.plural, id], asked)
    case .report(let cycle):
      let (asOf, charters, form) = (address.asOf, site.charters, address.form)
      return try await site.database.read { connection in
        let report = try Self.report(cycle, asOf, connection, charters)
        return form == .json
          ? Reply(type: Reply.json, body: Array(report.json.utf8))
          : Reply(
            type: Reply.csv, body: Array(report.csv(in: language).utf8), fileName: "report-\(cycle).csv")
      }
    case .switchOption: return try await switchOption(address, language, try asked.day(today: site.today()))
    case .home, .aboutData, .aboutRights, .asset, .addOption: return nil
    }
  }

  /// The models as data: the comparison, or what one of them says with its numbers.
  private static func models(_ address: Address, _ language: Language, _ day: Day) throws -> Reply? {
    let isJSON = address.form == .json
    func reply(_ text: String, _ name: String) -> Reply {
      let bytes = Array(text.utf8)
      return Reply(
        type: isJSON ? Reply.json : Reply.csv, body: bytes, tag: Fingerprint(of: bytes).short,
        fileName: isJSON ? nil : "\(name)-\(day).csv")
    }
    guard case .model(let id) = address.route else {
      let comparison = CharterComparison(Models.sideBySide(on: day), in: language)
      return reply(isJSON ? comparison.json : comparison.csv, "models")
    }
    guard let model = try ModelSummary(id, on: day, in: language) else { return nil }
    return reply(isJSON ? model.json : model.csv, "model-\(id)")
  }

  /// A report speaks of a day of its own, unless another is asked for.
  private static func reportedOn(_ address: Address, _ connection: any Connection) throws -> Day? {
    guard case .report(let cycle) = address.route, address.asOf == nil else { return nil }
    return try connection.cycle(cycle).reportedOn
  }

  /// What every page knows besides its own value.
  static func page(
    _ address: Address, _ language: Language, _ day: Day, _ connection: any Connection,
    _ charters: CharterBook
  ) throws -> Page {
    let framework = try connection.framework(on: day)
    let head = try connection.journalHead()
    let charter = try charters.inForce(on: day, connection)
    return Page(
      address: address, language: language, asOf: day,
      partnership: charter?.name.said(in: language) ?? Said("Entente"),
      framework: framework.map {
        Page.Framework(
          name: Said(
            [$0.name.said(in: language).text, $0.period.since.map { Words.of(language).date($0) }].compactMap
            { $0 }
            .joined(separator: ", "), $0.name.said(in: language).language),
          route: .record(kind: GoverningDocument.kind, id: $0.id.text))
      },
      head: head.seq > 0 ? Page.Head(number: head.seq, hash: String(head.hash.hexadecimal.prefix(8))) : nil)
  }

  static func report(
    _ cycle: String, _ day: Day?, _ connection: any Connection, _ charters: CharterBook
  ) throws -> ProgressReport {
    let cycle = try connection.cycle(cycle)
    let on = day ?? cycle.reportedOn ?? .init(1970, 1, 1)
    let charter = try charters.inForce(on: on, connection)
    return try ProgressReport.assemble(
      cycle, to: try charter.map { try AddresseeLine.lines(of: $0, connection) } ?? [],
      rolledUp: try charter.map { try connection.rolledUp(under: $0, on: on) } ?? [], asOf: day, connection)
  }

  /// The value of the page that an address names; nil where nothing stands there.
  private static func view(
    _ address: Address, _ loading: Loading, _ charters: CharterBook, _ kinds: [any Record.Type],
    _ cursor: String?
  ) throws -> (any PageView)? {
    let charter = loading.charter
    switch address.route {
    case .home: return try loading.home(charter)
    case .partners: return try loading.partners(address, after: cursor)
    case .partner(let id): return try loading.partner(id)
    case .areas: return try loading.areas()
    case .area(let id): return try loading.area(id)
    case .activities: return try loading.activities(address)
    case .activity(let id): return try loading.activity(id)
    case .options: return try Self.options(address, loading, charters)
    case .switchOption: return try loading.switchOption(charters)
    case .addOption: return nil
    case .governance: return try loading.governance(charter)
    case .requests: return try loading.requests()
    case .treaties: return try loading.treaties()
    case .formations: return try loading.formations()
    case .formation(let id): return try loading.formation(id)
    case .motions: return try loading.motions(address, after: cursor)
    case .motion(let id): return try loading.motion(id, address, charters, after: cursor)
    case .models: return loading.models()
    case .model(let id): return try loading.model(id)
    case .reports: return try loading.reports(try charter.flatMap { try loading.mainAddressee($0) })
    case .report(let cycle):
      return try loading.report(
        try report(cycle, address.asOf, loading.connection, charters))
    case .aboutData: return try loading.aboutData(kinds)
    case .aboutRights: return try loading.aboutRights()
    case .source(let id): return try loading.source(id, kinds)
    case .record(let kind, let id):
      guard let type = kinds.first(where: { $0.kind == kind }) else { return nil }
      return try loading.anyRecord(type, id)
    case .asset: return nil
    }
  }
}
