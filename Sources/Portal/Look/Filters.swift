internal import Kernel
internal import Markup

/// One thing a list can be narrowed by.
struct Filter: Sendable {
  struct Option: Sendable {
    var value: String
    var name: Said
  }
  /// The name of the parameter: `sector`.
  var name: String
  /// What stands above it, in the reader's language.
  var label: String
  var options: [Option]
  /// What the reader chose; nil is all.
  var chosen: String?
}

extension Page {
  /// Filters as a plain form that leads to this same page.
  func filters(_ list: [Filter]) -> HTML {
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
    """
    <div><label for="f-\(filter.name)">\(filter.label)</label><select id="f-\(filter.name)" name="\(filter.name)">\
    <option value="">\(words["filter.any"])</option>\(filter.options, { option in
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
