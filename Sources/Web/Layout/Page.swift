public import Kernel
public import Markup
public import Telling

/// What every page knows besides its own value: who reads, as of when, and whose partnership it is.
public struct Page: Sendable {
  /// The text that governs the partnership on the day shown.
  public struct Framework: Sendable {
    public var name: Said
    public var route: Route?

    public init(name: Said, route: Route? = nil) {
      self.name = name
      self.route = route
    }
  }
  /// The last act of the journal.
  public struct Head: Sendable {
    public var number: Int
    /// A few digits of its hash, enough to compare by eye.
    public var hash: String

    public init(number: Int, hash: String) {
      self.number = number
      self.hash = hash
    }
  }

  /// As it was asked for; links on the page keep its language, day and nothing else.
  public var address: Address
  public var language: Language
  /// The day shown: the one asked for, or today.
  public var asOf: Day
  public var partnership: Said
  /// Nil where no text governs on that day.
  public var framework: Framework?
  public var head: Head?
  /// The doors of the navigation.
  public var sections: [PageBook.Section] = []
  /// Whether the same content exists as data.
  var hasTwins = false

  public init(
    address: Address, language: Language, asOf: Day, partnership: Said, framework: Framework? = nil,
    head: Head? = nil, sections: [PageBook.Section] = [], hasTwins: Bool = false
  ) {
    self.address = address
    self.language = language
    self.asOf = asOf
    self.partnership = partnership
    self.framework = framework
    self.head = head
    self.sections = sections
    self.hasTwins = hasTwins
  }

  public var words: Words { Words.of(language) }

  /// Another page, in the same language and as of the same day, narrowed.
  public func address(of route: Route, _ filters: [Address.Parameter] = []) -> Address {
    Address(
      route, language: address.language, asOf: address.asOf, filters: filters, base: address.base)
  }

  /// A link to another page, in the same language and as of the same day.
  public func link(_ route: Route, fragment: String? = nil) -> Link {
    var address = address(of: route)
    address.fragment = fragment
    return address.link
  }

  /// The data of another page.
  public func link(_ route: Route, as form: Address.Form) -> Link {
    var address = address(of: route)
    address.form = form
    return address.link
  }

  /// This page in another form: its data.
  public func link(as form: Address.Form) -> Link {
    var address = address
    address.form = form
    return address.link
  }

  /// This page in another language.
  public func link(in language: Language) -> Link {
    var address = address
    address.language = language
    return address.link
  }
}

/// One page: a value that can be told as HTML. It holds everything it shows; nothing is looked up while it is told.
public protocol PageView: Sendable {
  /// The heading, and the name of the tab.
  func title(on page: Page) -> Said
  /// The pages above it, nearest last, without home.
  func trail(on page: Page) -> [Linked]
  func body(on page: Page) -> HTML
}

extension PageView {
  public func trail(on page: Page) -> [Linked] { [] }
}
