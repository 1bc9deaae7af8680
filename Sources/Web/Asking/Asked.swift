internal import Foundation
internal import HTTPTypes
public import Hummingbird
public import Kernel
internal import Telling

/// A request, read: the path in its parts and the parameters by name.
public struct Asked: Sendable {
  private(set) var path: [String]
  /// In the order they stand; a name may stand twice.
  private(set) var parameters: [(name: String, value: String)]
  public let accept: String
  public let acceptLanguage: String
  public let viewer: Viewer

  /// The longest address that is read, in bytes, and the most parameters. A page of ours has addresses of a few hundred.
  public static let (longest, mostParameters) = (8192, 64)

  /// - Throws: a `Refusal` for an address that is longer than any of ours, or no address at all.
  public init(_ request: Request, from viewer: Viewer) throws {
    self.viewer = viewer
    let uri = request.uri
    guard uri.string.utf8.count <= Self.longest else {
      throw Refusal("too-long.address", ["most": "\(Self.longest)"])
    }
    try Self.refuseUnclear(request)
    path = try uri.path.split(separator: "/").map { part in
      guard let text = part.removingURLPercentEncoding(), !text.contains("/"), !text.contains("\0"),
        text != ".."
      else { throw Refusal("not-found.page") }
      return text
    }
    let pairs = (uri.query ?? "").split(separator: "&")
    guard pairs.count <= Self.mostParameters else {
      throw Refusal("too-many.parameters", ["given": "\(pairs.count)", "most": "\(Self.mostParameters)"])
    }
    parameters = pairs.map { pair in
      let name = pair.prefix { $0 != "=" }
      return (Self.typed(name), Self.typed(pair.dropFirst(name.count + 1)))
    }
    accept = request.headers[.accept] ?? ""
    acceptLanguage = request.headers[.acceptLanguage] ?? ""
  }

  /// What two servers on the way could read as two different requests is refused (RFC 9112, 3.2 and 6.3).
  private static func refuseUnclear(_ request: Request) throws {
    // The first Host is the authority; a second stays among the fields.
    guard request.head.authority?.isEmpty == false, request.headers[values: .init("Host")!].isEmpty else {
      throw Refusal("host.one")
    }
    let codings = request.headers[values: .transferEncoding]
    guard codings.isEmpty || codings == ["chunked"] && request.headers[.contentLength] == nil else {
      throw Refusal("transfer-encoding")
    }
  }

  /// As it was typed: a browser sends the spaces of a form as plus signs, and a plus sign as `%2B`.
  private static func typed(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    return spaced.removingURLPercentEncoding() ?? String(spaced)
  }

  /// The same request as the partnership at a base sees it.
  public func below(_ base: [String]) -> Asked {
    var asked = self
    if path.starts(with: base) { asked.path = Array(path.dropFirst(base.count)) }
    return asked
  }

  /// The same request narrowed to records whose field holds a value.
  public func with(_ field: String, _ value: String) -> Asked {
    var asked = self
    asked.parameters = parameters.filter { $0.name != field } + [(field, value)]
    return asked
  }

  public subscript(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The day that `as_of` names, or today.
  public func day(today: Day) throws -> Day {
    guard let text = self["as_of"], !text.isEmpty else { return today }
    do { return try Day(cell: text) } catch {
      throw Refusal(
        "as-of", ["text": "\(text.prefix(40))"], field: "as_of")
    }
  }

  /// What `lang` says or else what the reader's browser prefers, among the languages there are.
  public func language(among languages: [Language]) throws -> Language {
    if let text = self["lang"], !text.isEmpty {
      guard let language = Language(rawValue: text), languages.contains(language) else {
        throw Refusal(
          "language.lang", ["known": .text(languages.map(\.rawValue).joined(separator: ", "))], field: "lang")
      }
      return language
    }
    return wishes.first { languages.contains($0) } ?? .en
  }

  /// The languages that the reader's browser asks for, the dearest first: by weight, then in their order, whatever their case
  /// (RFC 9110, 12.5.4). What weighs nothing is not wanted.
  private var wishes: [Language] {
    let wishes = acceptLanguage.prefix(1000).split(separator: ",").enumerated().compactMap {
      place, wish -> (language: Language, weight: Double, place: Int)? in
      let parts = wish.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let range = parts.first?.lowercased(),
        let language = Language(rawValue: String(range.prefix { $0 != "-" }))
      else { return nil }
      let weight =
        parts.dropFirst().lazy.compactMap { part -> Double? in
          let lowered = part.lowercased()
          return lowered.hasPrefix("q=") ? Double(lowered.dropFirst(2)) ?? 0 : nil
        }.first ?? 1
      return weight > 0 && weight <= 1 ? (language, weight, place) : nil
    }
    return wishes.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.map(\.language)
  }

  /// How many items a page of a list holds.
  public func limit(ofAtMost most: Int, usually: Int) throws -> Int {
    guard let text = self["limit"] else { return usually }
    guard let limit = Int(text), 1...most ~= limit else {
      throw Refusal("limit", ["most": "\(most)"], field: "limit")
    }
    return limit
  }

  /// Names that mean the same everywhere; a field of such a name cannot be asked for.
  public static let ours: Set<String> = ["as_of", "lang", "limit", "cursor", "q"]

  /// The parameters that choose records by a field. One that is left empty, as a form sends what nobody chose, chooses nothing.
  public var filters: [(field: String, value: String)] {
    parameters.filter { !Self.ours.contains($0.name) && !$0.value.isEmpty }.map { ($0.name, $0.value) }
  }

  /// The same with other filters.
  func choosing(_ filters: [(field: String, value: String)]) -> Asked {
    var asked = self
    asked.parameters =
      parameters.filter { Self.ours.contains($0.name) } + filters.map { (name: $0.field, value: $0.value) }
    return asked
  }
}

extension Substring {
  func removingURLPercentEncoding() -> String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap({ Character(.init($0)).hexDigitValue }),
        let low = rest.popFirst().flatMap({ Character(.init($0)).hexDigitValue })
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
