internal import Kernel
public import Markup
public import Telling

/// One thing a list can be narrowed by.
public struct Filter: Sendable {
  public struct Option: Sendable {
    public var value: String
    public var name: Said

    public init(value: String, name: Said) {
      self.value = value
      self.name = name
    }
  }
  /// The name of the parameter: `sector`.
  public var name: String
  /// What stands above it, in the reader's language.
  public var label: String
  public var options: [Option]
  /// What the reader chose; nil is all.
  public var chosen: String?

  public init(name: String, label: String, options: [Option], chosen: String? = nil) {
    self.name = name
    self.label = label
    self.options = options
    self.chosen = chosen
  }
}

extension Page {
  /// Filters as a plain form that leads to this same page.
  public func filters(_ list: [Filter]) -> HTML {
    let offered = list.filter { !$0.options.isEmpty }
    guard !offered.isEmpty else { return "" }
    let isNarrowed = offered.contains { $0.chosen != nil }
    return """
      <form method="get"\(action: Link(path: address.path)) aria-label="\(words["filter.heading"])">\
      <div class="grid few">\(offered, select)</div>\
      \(hidden("as_of", address.asOf?.description))\(hidden("lang", address.language?.rawValue))\
      <p class="row go"><button class="btn alt">\(words["filter.show"])</button>\
      \(isNarrowed ? "<a\(href: link(address.route))>\(words["filter.all"])</a>" as HTML : nil)</p></form>
      """
  }

  private func select(_ filter: Filter) -> HTML {
    let options = words.sorted(filter.options) { $0.name.text }
    return """
      <div><label for="f-\(filter.name)">\(filter.label)</label><select id="f-\(filter.name)" name="\(filter.name)">\
      <option value="">\(words["filter.any"])</option>\(options, { option in
        """
        <option value="\(option.value)"\(attribute: "lang", foreign(option.name))\
        \(attribute: "selected", if: option.value == filter.chosen)>\(option.name.text)</option>
        """
      })</select></div>
      """
  }

  private func foreign(_ said: Said) -> String? {
    said.language.flatMap { $0 == language ? nil : $0.rawValue }
  }
}
