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

  public init(_ request: Request, from viewer: Viewer) throws {
    self.viewer = viewer
    let uri = request.uri
    path = try uri.path.split(separator: "/").map { part in
      guard let text = part.removingURLPercentEncoding(), !text.contains("/"), !text.contains("\0"),
        text != ".."
      else { throw Refusal("not-found.page") }
      return text
    }
    parameters = (uri.query ?? "").split(separator: "&").map { pair in
      let name = pair.prefix { $0 != "=" }
      return (Self.typed(name), Self.typed(pair.dropFirst(name.count + 1)))
    }
    accept = request.headers[.accept] ?? ""
    acceptLanguage = request.headers[.acceptLanguage] ?? ""
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
    for wish in acceptLanguage.split(separator: ",") {
      let name = wish.split(whereSeparator: { $0 == ";" || $0 == "-" || $0 == " " }).first ?? ""
      if let language = Language(rawValue: String(name)), languages.contains(language) { return language }
    }
    return .en
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

  /// The parameters that choose records by a field.
  public var filters: [(field: String, value: String)] {
    parameters.filter { !Self.ours.contains($0.name) }.map { ($0.name, $0.value) }
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
