internal import HTTPTypes
public import Hummingbird
internal import Kernel
internal import Markup
internal import Store
internal import Telling

/// Several partnerships on one host, each below a name of its own, with its own store. Nothing of one is asked to
/// answer for another: a request goes to the one that its first word names, and to no other.
public struct InstallationResponder: HTTPResponder {
  public typealias Context = Visit

  /// What is served below one name.
  public enum Place: Sendable {
    case open(PortalResponder)
    /// Its store cannot be opened; the others are served all the same.
    case closed
  }
  private let names: [String]
  private let places: [String: Place]

  /// - Parameter places: in the order in which they are listed; names are words, each once.
  public init(_ places: [(name: String, place: Place)]) {
    names = places.map(\.name)
    self.places = Dictionary(places.map { ($0.name, $0.place) }) { first, _ in first }
  }

  /// Words that mean something for the host as a whole, so that no partnership can be called so.
  public static let reserved: Set<String> = ["healthz", "metrics", "assets", "api"]

  public func respond(to request: Request, context: Visit) async throws -> Response {
    let first = request.uri.path.split(separator: "/").first.map(String.init)
    if let first, case .open(let portal)? = places[first] {
      return try await portal.respond(to: request, context: context)
    }
    let reply = await answer(first, request, context.viewer)
    return reply.response(isHead: request.method == .head, tagsAsked: request.headers[.ifNoneMatch])
  }

  private func answer(_ first: String?, _ request: Request, _ viewer: Viewer) async -> Reply {
    guard request.method == .get || request.method == .head else {
      return .problem(Refusal("method"), .methodNotAllowed)
    }
    if let first, places[first] != nil {
      return .problem(
        Refusal("unreachable.partnership", ["partnership": .text(first)]),
        .serviceUnavailable)
    }
    let asked = try? Asked(request, from: viewer)
    switch (first, asked?.path.count ?? 0) {
    case (nil, _): return await index(asked)
    case ("healthz", 1): return await health()
    case ("metrics", 1):
      return Reply(type: "text/plain; version=0.0.4; charset=utf-8", body: Array(await metrics().utf8))
    case ("assets", 2): if let asked, let file = Assets.reply(asked.path, version: asked["v"]) { return file }
    default: break
    }
    return .problem(Refusal("not-found.partnership"), .notFound)
  }

  /// What is served here, by name.
  private func index(_ asked: Asked?) async -> Reply {
    let language = (try? asked?.language(among: Words.languages)) ?? .en
    var rows: [InstallationPage.Row] = []
    for name in names {
      var partnership: Said?
      if case .open(let portal)? = places[name] { partnership = await portal.name(in: language) }
      rows.append(InstallationPage.Row(id: name, name: partnership))
    }
    let html = InstallationPage(rows: rows).html(in: language)
    return Reply(type: Reply.html, body: html.bytes, tag: Fingerprint(of: html.bytes).short)
  }

  /// The host answers as long as one store does; each is told by itself.
  private func health() async -> Reply {
    var json = JSONWriter()
    var sound = 0
    json.raw(#"{"partnerships":{"#)
    for (index, name) in names.enumerated() {
      if index > 0 { json.raw(",") }
      var acts: Int?
      if case .open(let portal)? = places[name] { acts = await portal.acts() }
      if acts != nil { sound += 1 }
      json.write(name)
      json.raw(acts == nil ? #":{"status":"unreachable"}"# : #":{"status":"ok"}"#)
    }
    json.raw(#"},"status":"#)
    json.write(sound == names.count ? "ok" : sound > 0 ? "partly" : "unreachable")
    json.raw("}")
    return Reply(status: sound > 0 ? .ok : .serviceUnavailable, type: Reply.json, body: json.bytes)
  }

  private func metrics() async -> String {
    var all: [(partnership: String?, acts: Int?, metrics: Metrics)] = []
    for name in names {
      guard case .open(let portal)? = places[name] else { continue }
      all.append((name, await portal.acts(), portal.metrics))
    }
    return Metrics.text(all)
  }
}
