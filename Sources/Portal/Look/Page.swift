internal import Kernel
internal import Markup

/// What every page knows besides its own value: who reads, as of when, and whose partnership it is.
struct Page: Sendable {
  /// The text that governs the partnership on the day shown.
  struct Framework: Sendable {
    var name: Said
    var route: Route?
  }
  /// The last act of the journal.
  struct Head: Sendable {
    var number: Int
    /// A few digits of its hash, enough to compare by eye.
    var hash: String
  }

  /// As it was asked for; links on the page keep its language, day and nothing else.
  var address: Address
  var language: Language
  /// The day shown: the one asked for, or today.
  var asOf: Day
  var partnership: Said
  /// Nil where no text governs on that day.
  var framework: Framework?
  var head: Head?

  var words: Words { Words.of(language) }

  /// A link to another page, in the same language and as of the same day.
  func link(_ route: Route, fragment: String? = nil) -> Link {
    Address(route, language: address.language, asOf: address.asOf, fragment: fragment, base: address.base)
      .link
  }

  /// The data of another page.
  func link(_ route: Route, as form: Address.Form) -> Link {
    Address(route, form: form, language: address.language, asOf: address.asOf, base: address.base).link
  }

  /// This page in another form: its data.
  func link(as form: Address.Form) -> Link {
    var address = address
    address.form = form
    return address.link
  }

  /// This page in another language.
  func link(in language: Language) -> Link {
    var address = address
    address.language = language
    return address.link
  }
}

/// One page: a value that can be told as HTML. It holds everything it shows; nothing is looked up while it is told.
protocol PageView: Sendable {
  /// The heading, and the name of the tab.
  func title(on page: Page) -> Said
  /// The pages above it, nearest last, without home.
  func trail(on page: Page) -> [Linked]
  func body(on page: Page) -> HTML
}

extension PageView {
  func trail(on page: Page) -> [Linked] { [] }
}
