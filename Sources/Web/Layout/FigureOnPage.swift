internal import Kernel
public import Markup
public import Telling

extension Page {
  /// Two to four headline figures.
  public func figures(_ list: [FigureView]) -> HTML {
    guard !list.isEmpty else { return "" }
    return """
      <dl class="figs">
      \(list, { figure in
        """
        <div><dt>\(figure.name)</dt><dd><b>\(amount(figure.amount))</b> \(unit(figure))\(mark(figure))</dd>\
        <dd class="src">\(explanation(figure))</dd></div>

        """
      })</dl>
      """
  }

  /// A figure in a sentence or a cell.
  public func figure(_ figure: FigureView) -> HTML {
    let value: HTML = "<span class=\"num\">\(amount(figure.amount))</span>"
    let shown: HTML = figure.route.map { "<a\(href: link($0))>\(value)</a>" } ?? value
    return """
      \(shown) \(unit(figure))\(figure.mark == .qualifier(.exact) ? nil : mark(figure)) \
      <span class="src">\(sources(figure.sources))</span>
      """
  }

  public func amount(_ amount: FigureView.Amount) -> HTML {
    switch amount {
    case .number(let value): "\(words.number(value))"
    case .range(let low, let high): "\(words.number(low))\u{2013}\(words.number(high))"
    case .money(let minor, let currency): "\(words.amount(minor, currency))"
    case .word(let said): plain(said)
    case .notStated: "\(words["figure.notStated"])"
    }
  }

  private func unit(_ figure: FigureView) -> HTML {
    guard let unit = figure.unit else { return "" }
    switch figure.amount {
    case .number(let value), .range(_, let value):
      return "<span class=\"s\">\(words.unit(unit, for: value))</span> "
    case .money, .word, .notStated: return ""
    }
  }

  private func mark(_ figure: FigureView) -> HTML {
    if figure.amount == .notStated { return "" }
    return switch figure.mark {
    case .qualifier(let qualifier): mark(words.term("qualifier", qualifier.rawValue))
    case .computed: mark(words["figure.computed"])
    case .amountNotStated: mark(words["figure.amountNotStated"])
    }
  }

  private func explanation(_ figure: FigureView) -> HTML {
    var html = HTML()
    if let note = figure.note { html.append("\(said(note)) ") }
    if !figure.others.isEmpty { html.append("\(words["figure.differ"]) \(otherValues(figure.others)). ") }
    if let asOf = figure.asOf { html.append("\(words["figure.asOf", ["date": words.date(asOf)]]) ") }
    if figure.verification.needsMark {
      html.append("\(words.term("verification", figure.verification.rawValue)). ")
    }
    html.append(sources(figure.sources))
    if let route = figure.route {
      html.append(
        "\(figure.sources.isEmpty ? "" : " \u{B7} ")<a\(href: link(route))>\(words["figure.record"])</a>")
    }
    return html
  }

  private func otherValues(_ others: [FigureView]) -> HTML {
    var html = HTML()
    for (index, other) in others.enumerated() {
      if index > 0 { html.append(literal: ", ") }
      if case .qualifier(let qualifier) = other.mark, qualifier != .exact {
        html.append("\(words.term("qualifier", qualifier.rawValue)) ")
      }
      html.append("\(amount(other.amount)) (\(sources(other.sources)))")
    }
    return html
  }
}
