internal import Resources
internal import Telling

/// Files that every page may use, out of the executable. Their addresses change with their content.
enum Assets {
  private static let types = ["css": "text/css; charset=utf-8", "svg": "image/svg+xml"]

  /// - Parameter version: the mark that the page asked with; a file asked for by its mark may be kept for ever.
  public static func reply(_ path: [String], version: String?) -> Reply? {
    guard path.count == 2, let name = path.last, let dot = name.lastIndex(of: "."),
      let type = types[String(name[name.index(after: dot)...])],
      let bytes = Resources.bytes("Public/\(name)"), let mark = Resources.fingerprint("Public/\(name)")
    else { return nil }
    return Reply(type: type, body: Array(bytes), tag: mark, freshFor: version == mark ? 31_536_000 : 0)
  }
}
