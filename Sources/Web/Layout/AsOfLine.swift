internal import Kernel
public import Markup
internal import Telling

extension Page {
  /// The day shown, the text in force on it, and a plain form to choose another day.
  var asOfLine: HTML {
    """
    <div class="asof row"><p>\(sentence) \(inForce)</p>\
    <details><summary>\(words["asof.choose"])</summary>\(form)</details>\
    \(address.asOf == nil ? nil : "<a\(href: today)>\(words["asof.today"])</a>")</div>
    """
  }

  /// “As of 22 September 2010.” with the date set off; where the date stands is the language's affair.
  public var sentence: HTML {
    let parts = words["asof.line"].split(separator: "{date}", maxSplits: 1, omittingEmptySubsequences: false)
    return """
      \(String(parts.first ?? ""))<b><time datetime="\(asOf.description)">\(words.date(asOf))</time></b>\
      \(String(parts.dropFirst().first ?? ""))
      """
  }

  public var inForce: HTML {
    guard let framework else { return "\(words["asof.noFramework"])" }
    return "\(words["asof.framework"]) \(linked(Linked(framework.name, framework.route)))."
  }

  private var today: Link {
    var address = address
    address.asOf = nil
    return address.link
  }

  private var form: HTML {
    """
    <form method="get"\(action: Link(path: address.path))><p class="row dry">\
    <label for="as_of">\(words["asof.label"])</label> \
    <input class="w5" type="date" id="as_of" name="as_of" value="\(asOf.description)"> \
    \(hidden("lang", address.language?.rawValue))\(address.filters, { hidden($0.name, $0.value) })\
    <button class="btn sm">\(words["asof.show"])</button></p></form>
    """
  }

  /// Keeps what was chosen before when a form is sent.
  public func hidden(_ name: String, _ value: String?) -> HTML {
    guard let value else { return "" }
    return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }
}
