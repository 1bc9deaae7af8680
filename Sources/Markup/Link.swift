/// An address that may stand in `href`, `src` or `action`. There is no way from a `String` to one that does not read
/// the address: `javascript:` and its kin have no form here.
public struct Link: Sendable, Hashable {
  /// As it is written into the attribute, before the escape.
  public let address: String

  private init(address: String) { self.address = address }

  /// A page of this site. Each part of the path is percent-encoded, so that nothing in it can leave the path.
  ///
  /// - Parameters:
  ///   - path: the parts between the slashes; none is the root.
  ///   - query: names and values in the order they are to stand.
  ///   - fragment: the id of an element on that page.
  public init(path: [String], query: [(name: String, value: String)] = [], fragment: String? = nil) {
    var address = ""
    for part in path where !part.isEmpty {
      address += "/"
      // A browser climbs at a part of dots, so dots alone are hidden from it.
      address += part == "." || part == ".." ? part.replacing(".", with: "%2E") : Self.encoded(part)
    }
    if address.isEmpty { address = "/" }
    for (index, parameter) in query.enumerated() {
      address += index == 0 ? "?" : "&"
      address += Self.encoded(parameter.name) + "=" + Self.encoded(parameter.value)
    }
    if let fragment { address += "#" + Self.encoded(fragment) }
    self.init(address: address)
  }

  /// A place on the same page.
  public init(id: String) { self.init(address: "#" + Self.encoded(id)) }

  /// A page elsewhere: `http` or `https` with a host, no name or password in it, no space or control character.
  /// Anything else gives no link. An address without a scheme, as lists of references print it, is taken as `https`.
  public init?(elsewhere text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 2000,
      bytes.allSatisfy({ 0x21...0x7E ~= $0 && !Self.refused.contains($0) })
    else { return nil }
    let rest: Substring
    let scheme: String
    if let colon = text.firstRange(of: "://") {
      scheme = text[..<colon.lowerBound].lowercased()
      rest = text[colon.upperBound...]
    } else {
      scheme = "https"
      rest = text[...]
    }
    guard scheme == "http" || scheme == "https" else { return nil }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let name = host.split(separator: ":", omittingEmptySubsequences: false)
    guard name.count <= 2, let labels = name.first?.split(separator: ".", omittingEmptySubsequences: false),
      labels.count >= 2, labels.allSatisfy(Self.isHostLabel),
      name.count == 1
        || (!name[1].isEmpty && name[1].utf8.count <= 5 && name[1].utf8.allSatisfy { 48...57 ~= $0 })
    else { return nil }
    self.init(address: scheme + "://" + rest)
  }

  /// Never needed in an address and a trap in a page or a header: quotes, angle and curly brackets, backslash.
  private static let refused: Set<UInt8> = [0x22, 0x27, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D]

  private static func isHostLabel(_ label: Substring) -> Bool {
    1...63 ~= label.utf8.count && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 | 32 || $0 == 45 }
  }

  private static func encoded(_ text: String) -> String {
    // Nearly all names and values: nothing is written anew.
    if text.utf8.allSatisfy(isPlain) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    default: false
    }
  }
}

extension HTML.StringInterpolation {
  /// ` href="…"`
  public mutating func appendInterpolation(href link: Link) { html.append(attribute: "href", link) }
  /// ` href="…"`, or nothing: an element without an address is no link.
  public mutating func appendInterpolation(href link: Link?) {
    if let link { html.append(attribute: "href", link) }
  }
  /// ` src="…"`
  public mutating func appendInterpolation(src link: Link) { html.append(attribute: "src", link) }
  /// ` action="…"`
  public mutating func appendInterpolation(action link: Link) { html.append(attribute: "action", link) }
}

extension HTML {
  /// ` name="address"`
  mutating func append(attribute name: StaticString, _ link: Link) {
    append(literal: " ")
    append(literal: name)
    append(literal: "=\"")
    append(escaped: link.address)
    append(literal: "\"")
  }
}
