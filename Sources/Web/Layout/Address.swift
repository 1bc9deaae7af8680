public import Kernel
public import Markup
public import Telling

/// A page as it was asked for: which one, in which form, language, as of which day, with which filters.
/// Links made from it keep what the reader chose.
public struct Address: Hashable, Sendable {
  /// The forms one page has. HTML has no suffix.
  public enum Form: String, CaseIterable, Sendable { case html, json, csv }

  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Where the partnership stands on its host: nothing where it is served alone, else its name.
  public var base: [String] = []
  public var route: Route
  public var form: Form = .html
  /// What `lang` says; nil leaves it to the browser's wish.
  public var language: Language?
  /// What `as_of` says; nil is today.
  public var asOf: Day?
  public var filters: [Parameter] = []
  /// The id of an element on the page.
  public var fragment: String?

  public init(
    _ route: Route, form: Form = .html, language: Language? = nil, asOf: Day? = nil,
    filters: [Parameter] = [], fragment: String? = nil, base: [String] = []
  ) {
    self.base = base
    self.route = route
    self.form = form
    self.language = language
    self.asOf = asOf
    self.filters = filters
    self.fragment = fragment
  }

  /// The parts of a path as they stand in a link: an id that ends like a suffix is told apart by `.html`.
  public var parts: [String] {
    var parts = route.parts
    guard let last = parts.popLast() else { return [] }
    if parts.first == "assets" { return parts + [last] }
    let isSuffixed = Form.allCases.contains { last.hasSuffix(".\($0.rawValue)") }
    return parts + [form == .html && !isSuffixed ? last : "\(last).\(form.rawValue)"]
  }

  /// The parts as they stand on the host.
  public var path: [String] { base + parts }

  /// Reads a path's parts below the base, already percent-decoded; nil where there is no such page.
  public init?(parts: [String]) {
    var parts = parts
    if parts.first != "assets", let last = parts.last, let dot = last.lastIndex(of: "."),
      dot != last.startIndex,
      let form = Form(rawValue: String(last[last.index(after: dot)...]))
    {
      parts[parts.count - 1] = String(last[..<dot])
      self.form = form
    }
    guard let route = Route(parts: parts) else { return nil }
    self.route = route
  }

  public var link: Link {
    var query: [(name: String, value: String)] = filters.map { ($0.name, $0.value) }
    if let asOf { query.append(("as_of", asOf.description)) }
    if let language { query.append(("lang", language.rawValue)) }
    return Link(path: path, query: query, fragment: fragment)
  }
}
