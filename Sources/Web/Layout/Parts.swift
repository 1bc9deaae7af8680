public import Kernel
public import Markup
public import Telling

/// How far a thing is: shape first, then the word.
public struct StateView: Sendable, Hashable {
  public enum Shape: String, Sendable {
    case notBegun = ""
    case underway = " half"
    case done = " done"
    case late = " late"
    case returned = " back"
    case formalLink = " link"
    case memorandum = " memo"
    case none = " none"
  }
  public var shape: Shape
  /// The word, already in the reader's language.
  public var word: String

  public init(shape: Shape, word: String) {
    self.shape = shape
    self.word = word
  }
}

/// A name and what stands for it: one row of a record's facts.
public struct Fact: Sendable {
  public indirect enum Value: Sendable {
    case text(Said)
    /// A value that belongs to no language: an id, a number, a code.
    case code(String)
    case when(When?)
    case period(Period)
    case linked([Linked])
    case figure(FigureView)
    case figures([FigureView])
    case state(StateView)
    case list([Value])
    case statement(Statement)
    /// It applies and nobody says it.
    case notStated
  }
  public var name: String
  public var value: Value
  public var basis: Basis?

  public init(_ name: String, _ value: Value, basis: Basis? = nil) {
    self.name = name
    self.value = value
    self.basis = basis
  }
}

extension Page {
  /// A section: its heading hangs beside the matter; `wide` gives the matter the whole width.
  public func section(
    _ heading: String, hint: String? = nil, id: String? = nil, wide: Bool = false, _ matter: HTML
  ) -> HTML {
    """
    <section class="\(wide ? "sec wide" : "sec")"\(attribute: "id", id)>\
    <header><h2>\(heading)</h2>\(hint.map { "<p>\($0)</p>" as HTML })</header><div>\(matter)</div></section>

    """
  }

  /// The head of a page under home: title, standfirst, a line of links and states.
  public func lead(_ title: Said, _ standfirst: Said? = nil, _ line: HTML? = nil) -> HTML {
    """
    <div class="lead"><h1>\(said(title))</h1>\
    \(standfirst.map { "<p class=\"stand\">\(said($0))</p>" as HTML })\
    \(line.map { "<p class=\"s m row\">\($0)</p>" as HTML })</div>

    """
  }

  /// What is said where there is nothing to show: why, and what is known instead.
  public func empty(_ sentence: String) -> HTML { "<p class=\"note\">\(sentence)</p>" }

  public func state(_ state: StateView) -> HTML {
    "<span class=\"\("st" + state.shape.rawValue)\">\(state.word)</span>"
  }

  /// Names and values in pairs.
  public func facts(_ list: [Fact]) -> HTML {
    """
    <dl class="pairs2">\(list, { fact in
      "<div><dt>\(fact.name)</dt><dd>\(value(fact.value))\(fact.basis.map { " \(basis($0))" as HTML })</dd></div>"
    })</dl>
    """
  }

  public func value(_ value: Fact.Value) -> HTML {
    switch value {
    case .text(let text): return said(text)
    case .code(let code): return "<bdi>\(code)</bdi>"
    case .when(let when): return date(when)
    case .period(let period): return "\(words.dates(period))"
    case .linked(let list): return list.isEmpty ? notStated : linked(list)
    case .figure(let figure): return self.figure(figure)
    case .figures(let list):
      return list.isEmpty ? notStated : "<ul class=\"bare\">\(list, { "<li>\(figure($0))</li>" })</ul>"
    case .state(let state): return self.state(state)
    case .list(let list):
      return list.isEmpty ? notStated : "<ul class=\"bare\">\(list, { "<li>\(self.value($0))</li>" })</ul>"
    case .statement(let statement): return self.statement(statement)
    case .notStated: return notStated
    }
  }

  /// A date for people and for programs.
  public func date(_ when: When?) -> HTML {
    guard let when else { return notStated }
    return "<time datetime=\"\(when.description)\">\(words.date(when))</time>"
  }

  public var notStated: HTML { "<span class=\"m\">\(words["figure.notStated"])</span>" }

  /// Statements under each other, ruled.
  public func statements(_ list: [Statement]) -> HTML {
    "<ul class=\"lines bare\">\(list, { "<li><p>\(statement($0))</p></li>" })</ul>"
  }
}

/// Something that happened, for a dated list.
public struct Dated: Sendable {
  public var when: Period
  public var title: Linked
  public var text: Said?
  public var basis: Basis

  public init(_ when: Period, _ title: Linked, text: Said? = nil, basis: Basis) {
    self.when = when
    self.title = title
    self.text = text
    self.basis = basis
  }
}

extension Page {
  public func dated(_ list: [Dated]) -> HTML {
    """
    <ol class="lines dated bare">\(list, { item in
      """
      <li>\(time(item.when))<div><h3>\(linked(item.title))</h3>\
      <p class="s m">\(item.text.map { "\(said($0)) " as HTML })\(basis(item.basis))</p></div></li>
      """
    })</ol>
    """
  }

  /// One moment or span in words; `time` carries the first day for programs.
  public func time(_ period: Period) -> HTML {
    guard let first = period.since ?? period.until else {
      return "<span class=\"m\">\(words["date.notStated"])</span>"
    }
    return "<time datetime=\"\(first.description)\">\(words.dates(period))</time>"
  }
}
