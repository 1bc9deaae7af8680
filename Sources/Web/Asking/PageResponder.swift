internal import Acting
internal import Exchange
internal import HTTPTypes
internal import Kernel
internal import Markup
internal import Resources
internal import Store
internal import Telling

/// Answers for pages: finds which one is asked for, reads what it shows in one go and tells it in the reader's language,
/// or gives its data. It knows no page by name.
struct PageResponder {
  let site: Site
  let asked: Asked

  /// - Returns: nil where the address names no page.
  func reply() async throws -> Reply? {
    if asked.path.first == "assets" { return Assets.reply(asked.path, version: asked["v"]) }
    guard var address = Address(parts: asked.path), let (kind, ids) = site.pages.page(at: address.route)
    else { return nil }
    address.base = site.base
    address.language = asked["lang"].flatMap { Language(rawValue: $0) }
    address.asOf = asked["as_of"].flatMap { $0.isEmpty ? nil : try? Day(cell: $0) }
    address.filters = asked.filters.filter { filter in kind.asks.contains { $0.means(filter.field) } }
      .map { Address.Parameter(name: $0.field, value: $0.value) }
    let question = PageQuestion(
      site: site, asked: asked, address: address, ids: ids, asks: kind.asks,
      language: try asked.language(among: Words.languages))
    let today = try question.day()
    guard address.form == .html else { return try await kind.twin.reply?(question) }
    switch kind.shows {
    case .reply(let reply): return try await reply(question)
    case .view(let view): return try await told(question, kind, view, today)
    }
  }

  private func told(
    _ question: PageQuestion, _ kind: PageKind,
    _ view: @escaping @Sendable (Loading, [String]) throws -> (any PageView)?, _ today: Day
  ) async throws -> Reply? {
    let (asked, address, language) = (asked, question.address, question.language)
    return try await site.database.read { [site] connection in
      if let asOf = address.asOf { try site.refuseNotThen(kind, question.ids, on: asOf, connection) }
      let day = try address.asOf == nil ? kind.ownDay?(question, connection) : nil
      let loading = try Loading(
        site, address, language, on: day ?? today, connection, for: asked.viewer, after: asked["cursor"])
      guard let view = try view(loading, question.ids) else { return nil }
      return loading.page.reply(view)
    }
  }
}

extension Site {
  /// A page of one record as of a day on which that did not hold says so, and does not show it as it is today.
  fileprivate func refuseNotThen(
    _ page: PageKind, _ ids: [String], on day: Day, _ connection: any Connection
  ) throws {
    let isAny = page.twin.kind == nil && page.path.first == "records" && ids.count == 2
    guard let kind = page.twin.kind ?? (isAny ? ids[0] : nil), let id = ids.last,
      let type = verbs.records.first(where: { $0.kind == kind })
    else { return }
    try connection.refuseNotThen(type, id, on: day)
  }
}

extension Page {
  /// A page as it goes out.
  public func reply(_ view: some PageView, refused: Bool = false) -> Reply {
    let html = html(view)
    return Reply(
      status: refused ? .badRequest : .ok, type: Reply.html, body: html.bytes,
      tag: refused ? nil : Fingerprint(of: html.bytes).short)
  }
}
