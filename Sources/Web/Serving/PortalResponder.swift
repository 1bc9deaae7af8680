internal import Charters
internal import Governance
internal import HTTPTypes
public import Hummingbird
public import Kernel
internal import Logging
internal import Markup
internal import Resources
internal import Store
public import Telling

/// Answers every request to one partnership. It holds no state but counters and answers of which the journal says that
/// they still hold.
public struct PortalResponder: HTTPResponder {
  public typealias Context = Visit

  public let site: Site
  public let metrics = Metrics()
  private let openAPI: [UInt8]

  public init(_ site: Site, version: String) {
    self.site = site
    openAPI = OpenAPI.document(site.kinds(for: .anyone), version: version, at: site.prefix)
  }

  public func respond(to request: Request, context: Visit) async throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let isHead = request.method == .head
    var route = "other"
    var reply: Reply
    do {
      guard isHead || request.method == .get else {
        throw Refusal("method")
      }
      let asked = try Asked(request, from: context.viewer).below(site.base)
      reply = try await keptOrMade(asked, request.uri.string, &route)
    } catch {
      reply = failure(error, request, context)
    }
    let seconds = (clock.now - start) / .seconds(1)
    metrics.count(route: route, status: reply.status.code, seconds: seconds)
    return reply.response(isHead: isHead, tagsAsked: request.headers[.ifNoneMatch])
  }

  /// What was answered to the same question since the last act, or else a new answer.
  private func keptOrMade(_ asked: Asked, _ address: String, _ route: inout String) async throws -> Reply {
    let first = asked.path.first ?? ""
    guard !["healthz", "metrics", "assets"].contains(first) else {
      return try await answer(asked, &route)
    }
    // Read before the answer is made: what is kept under this head is never older than it.
    let head = try await site.database.read { try site.head($0) }
    let question = ReplyBook.Question(
      address: address, viewer: asked.viewer,
      language: try asked.language(among: Words.languages).rawValue,
      today: site.today().description)
    route = first == "api" ? "api" : "page"
    return try await site.replies.answer(to: question, at: head) {
      var route = ""
      return try await answer(asked, &route)
    }
  }

  private func answer(_ asked: Asked, _ route: inout String) async throws -> Reply {
    switch asked.path.first {
    case "healthz":
      route = "health"
      return try await health()
    case "metrics":
      route = "metrics"
      let acts = try await site.database.read { try $0.journalHead().seq }
      return Reply(
        type: "text/plain; version=0.0.4; charset=utf-8",
        body: Array(metrics.text(acts: acts, of: site.base.first).utf8))
    case "api":
      route = "api"
      if asked.path == ["api", "openapi.json"] {
        return Reply(type: Reply.json, body: openAPI, tag: Fingerprint(of: openAPI).short)
      }
      guard asked.path.count >= 2, asked.path[1] == "v1" else {
        throw Refusal("not-found.address")
      }
      return try await API(site: site).reply(Array(asked.path.dropFirst(2)), asked)
    default:
      route = asked.path.first == "assets" ? "asset" : "page"
      guard let reply = try await PageResponder(site: site, asked: asked).reply() else {
        throw Refusal("not-found.page")
      }
      return reply
    }
  }

  /// Acts in the journal; nil where the store does not answer.
  public func acts() async -> Int? { try? await site.database.read { try $0.journalHead().seq } }

  /// What the charter in force calls the partnership; nil where the store does not answer.
  public func name(in language: Language) async -> Said? {
    let (charters, today) = (site.charters, site.today())
    return try? await site.database.read { connection in
      try charters.inForce(on: today, connection)?.name.said(in: language) ?? Said("Entente")
    }
  }

  /// Whether the store answers.
  private func health() async throws -> Reply {
    let acts = try await site.database.read { try $0.journalHead().seq }
    var json = JSONWriter()
    json.raw(#"{"status":"ok","acts":"#)
    json.write(acts)
    json.raw("}")
    return Reply(type: Reply.json, body: json.bytes)
  }

  /// A sentence for the reader; what we do not know ourselves goes to the log whole and to the reader as a number.
  private func failure(_ error: any Error, _ request: Request, _ context: Visit) -> Reply {
    if let refusal = error as? Refusal {
      let status = refusal.code == "method" ? .methodNotAllowed : Reply.status(of: refusal)
      if status == .serviceUnavailable, refusal.code != "busy" {
        // Where the store is and what it answered is for the log.
        context.logger.error("no store", metadata: ["reason": "\(refusal)"])
        return told(Refusal("unreachable.for-now"), status, request, nil)
      }
      if status != .internalServerError { return told(refusal, status, request, nil) }
    }
    context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
    let reference = "\(context.id)"
    return told(
      Refusal("failed", ["reference": .text(reference)]),
      .internalServerError,
      request, reference)
  }

  /// A page for who reads pages, problem+json for programs.
  private func told(
    _ refusal: Refusal, _ status: HTTPResponse.Status, _ request: Request, _ reference: String?
  ) -> Reply {
    let isPage =
      !request.uri.path.hasPrefix("\(site.prefix)/api/")
      && (request.headers[.accept] ?? "").contains("text/html")
    let language = (try? Asked(request, from: .anyone).language(among: Words.languages)) ?? .en
    guard isPage else { return .problem(refusal, status, in: language) }
    let isOfAnotherDay = refusal.phrase.key == "refusal.not-found.not-then"
    let reason: ErrorPage.Reason =
      switch status {
      case .notFound: isOfAnotherDay ? .notThen : .notFound
      case .forbidden: .notAllowed
      case .serviceUnavailable: .busy
      case .internalServerError: .failed
      default: .refused
      }
    let page = Page(
      address: Address(.home, language: language, base: site.base), language: language, asOf: site.today(),
      partnership: Said("Entente"), sections: site.pages.sections)
    let detail = reason == .refused || isOfAnotherDay ? refusal.onPage(in: language) : nil
    let today =
      isOfAnotherDay
      ? (try? Asked(request, from: .anyone)).map { Link(path: $0.path, query: [("lang", language.rawValue)]) }
      : nil
    let html = page.html(ErrorPage(reason: reason, detail: detail, reference: reference, today: today))
    return Reply(status: status, type: Reply.html, body: html.bytes)
  }
}
