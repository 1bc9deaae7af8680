internal import Kernel
internal import Markup

/// A number as a page shows it: never without how sure it is and where it comes from.
struct FigureView: Sendable, Hashable {
  enum Amount: Sendable, Hashable {
    case number(Double)
    case range(Double, Double)
    /// Smallest units of a currency, which is told with them.
    case money(Int, String)
    /// What is said instead of a number: “fell”.
    case word(Said)
    /// It exists and nobody says it.
    case notStated
  }
  enum Mark: Sendable, Hashable {
    case qualifier(Qualifier)
    /// Worked out here from other figures; the note says how.
    case computed
    /// The direction is known, the amount is not.
    case amountNotStated
  }

  var name: String
  var amount: Amount
  /// A key of the family `unit`; left out where the name says it.
  var unit: String?
  var mark: Mark
  var verification: Verification = .stated
  var asOf: When?
  var sources: [SourceRef] = []
  /// How it was found, or what other sources say.
  var note: Said?
  /// The record it is taken from.
  var route: Route?
  /// What other sources give for the same thing; all are kept.
  var others: [FigureView] = []

  init(
    name: String, amount: Amount, unit: String? = nil, mark: Mark, verification: Verification = .stated,
    asOf: When? = nil, sources: [SourceRef] = [], note: Said? = nil, route: Route? = nil,
    others: [FigureView] = []
  ) {
    self.name = name
    self.amount = amount
    self.unit = unit
    self.mark = mark
    self.verification = verification
    self.asOf = asOf
    self.sources = sources
    self.note = note
    self.route = route
    self.others = others
  }

  init(
    name: String, _ figure: Figure, showsUnit: Bool = true, note: Said? = nil, route: Route? = nil,
    others: [FigureView] = []
  ) {
    self.init(
      name: name, amount: Amount(figure), unit: showsUnit ? figure.unit : nil,
      mark: .qualifier(figure.qualifier), verification: figure.verification, asOf: figure.asOf,
      sources: figure.source.split(separator: ";").map { SourceRef(String($0.drop { $0 == " " })) },
      note: note, route: route, others: others)
  }
}

extension FigureView.Amount {
  init(_ figure: Figure) {
    if let value = figure.value {
      self = .number(value)
    } else if let low = figure.low, let high = figure.high {
      self = .range(low, high)
    } else if let bound = figure.low ?? figure.high {
      self = .number(bound)
    } else {
      self = .notStated
    }
  }
}

extension Page {
  /// Two to four headline figures.
  func figures(_ list: [FigureView]) -> HTML {
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
  func figure(_ figure: FigureView) -> HTML {
    let value: HTML = "<span class=\"num\">\(amount(figure.amount))</span>"
    let shown: HTML = figure.route.map { "<a\(href: link($0))>\(value)</a>" } ?? value
    return """
      \(shown) \(unit(figure))\(figure.mark == .qualifier(.exact) ? nil : mark(figure)) \
      <span class="src">\(sources(figure.sources))</span>
      """
  }

  func amount(_ amount: FigureView.Amount) -> HTML {
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
