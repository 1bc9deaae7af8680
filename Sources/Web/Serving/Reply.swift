public import HTTPTypes
public import Hummingbird
public import Kernel
public import Markup
internal import NIOCore
internal import Telling
internal import Wording

/// What is answered to one request, before it is put on the wire.
public struct Reply: Sendable {
  public var status: HTTPResponse.Status = .ok
  public var type: String
  public var body: [UInt8]
  /// Changes when what is answered does; the same tag means the same bytes.
  public var tag: String?
  public var location: String?
  public var links: [String] = []
  /// How long anyone may keep it without asking again, in seconds.
  public var freshFor = 0
  public var fileName: String?
  /// What follows the body where the whole is too long to be held in memory.
  public var rest: Rest?

  public init(
    status: HTTPResponse.Status = .ok, type: String, body: [UInt8], tag: String? = nil,
    location: String? = nil, links: [String] = [], freshFor: Int = 0, fileName: String? = nil,
    rest: Rest? = nil
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.tag = tag
    self.location = location
    self.links = links
    self.freshFor = freshFor
    self.fileName = fileName
    self.rest = rest
  }

  /// A part of a long answer, and where the next begins; nil after the last.
  public struct Piece: Sendable {
    public let bytes: [UInt8]
    public let end: String?
  }

  /// Makes the parts that follow, each when the one before has been taken.
  public struct Rest: Sendable {
    public let after: String
    public let piece: @Sendable (String) async throws -> Piece
  }

  public static let json = "application/json; charset=utf-8"
  public static let html = "text/html; charset=utf-8"
  public static let csv = "text/csv; charset=utf-8"
  public static let problem = "application/problem+json; charset=utf-8"

  /// - Parameter tagsAsked: the request's If-None-Match.
  public func response(isHead: Bool, tagsAsked: String?) -> Response {
    var headers: HTTPFields = [
      .contentType: type,
      .cacheControl: freshFor > 0 ? "public, max-age=\(freshFor), immutable" : "no-cache",
      .xContentTypeOptions: "nosniff",
      .contentSecurityPolicy: Self.policy,
      .init("Referrer-Policy")!: "same-origin",
      .init("X-Frame-Options")!: "DENY",
      .vary: "Accept, Accept-Language",
    ]
    if let tag { headers[.eTag] = "\"\(tag)\"" }
    // RFC 9110, 15.5.6.
    if status == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
    if let location { headers[.location] = location }
    if !links.isEmpty { headers[.init("Link")!] = links.joined(separator: ", ") }
    if let fileName { headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
    if let tag, status == .ok, let tagsAsked, Self.names(tag, in: tagsAsked) {
      return Response(status: .notModified, headers: headers)
    }
    // Spreadsheets read a file without a mark in the encoding of their machine, and accents break.
    let body = type == Self.csv && status == .ok ? [0xEF, 0xBB, 0xBF] + body : body
    if let rest {
      guard !isHead else { return Response(status: status, headers: headers) }
      return Response(
        status: status, headers: headers,
        body: ResponseBody { writer in
          try await writer.write(ByteBuffer(bytes: body))
          var place: String? = rest.after
          while let after = place {
            let piece = try await rest.piece(after)
            try await writer.write(ByteBuffer(bytes: piece.bytes))
            place = piece.end
          }
          try await writer.finish(nil)
        })
    }
    if isHead {
      headers[.contentLength] = String(body.count)
      return Response(status: status, headers: headers)
    }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  private static func names(_ tag: String, in list: String) -> Bool {
    list.split(separator: ",").contains { item in
      var name = item.drop { $0 == " " }
      if name.hasPrefix("W/") { name = name.dropFirst(2) }
      return name == "*" || name == "\"\(tag)\""
    }
  }

  /// Nothing is fetched from elsewhere, nothing runs.
  private static let policy = """
    default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'
    """
}

extension Reply {
  public static func problem(
    _ refusal: Refusal, _ status: HTTPResponse.Status, in language: Language = .en
  ) -> Reply {
    var json = JSONWriter()
    json.raw(#"{"type":"about:blank","title":"#)
    json.write(status.reasonPhrase)
    json.raw(#","status":"#)
    json.write(status.code)
    json.raw(#","code":"#)
    json.write(refusal.code)
    json.raw(#","detail":"#)
    json.write(refusal.sentence(in: language))
    json.raw(#","rule":"#)
    json.write(refusal.code)
    json.raw(#","pointer":"#)
    refusal.field.map { "/" + $0.replacing(".", with: "/") }.write(to: &json)
    json.raw("}")
    return Reply(status: status, type: problem, body: json.bytes)
  }

  /// Leads on to another page.
  public static func seeOther(_ link: Link) -> Reply {
    Reply(status: .seeOther, type: html, body: [], location: link.address)
  }

  /// The status a refusal stands for.
  public static func status(of refusal: Refusal) -> HTTPResponse.Status {
    switch refusal.code {
    case "not-found", "unknown-kind": .notFound
    case "not-allowed": .forbidden
    case "changed-meanwhile": .preconditionFailed
    case "already-there": .conflict
    case "busy", "unreachable", "timed-out", "newer-program": .serviceUnavailable
    case "store", "damaged", "disk-full", "broken-chain", "foreign-log": .internalServerError
    case "too-long" where refusal.phrase.key == "refusal.too-long.address": .uriTooLong
    default: .badRequest
    }
  }
}
