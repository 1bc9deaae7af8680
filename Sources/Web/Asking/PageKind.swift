public import Kernel
public import Store
internal import Telling

/// A page, declared once: where it stands, what it shows, and which data stand behind it. The address, the page, its
/// JSON and CSV and the links in its foot follow; a new page is its declaration, its value and its words.
public struct PageKind: Sendable {
  /// The parts of its path; an id stands where `id` does.
  public let path: [String]
  public let shows: Shows
  /// The same content as data.
  public let twin: Twin
  /// Whether there are data at this very address.
  public let hasTwin: @Sendable (Address) -> Bool
  /// The day that a page without an asked one speaks of, where it is not today.
  public let ownDay: (@Sendable (PageQuestion, any Connection) throws -> Day?)?

  /// Whether it is for programs alone.
  public private(set) var isFile = false

  /// What an address of it may ask for beside what every address may: others are dropped, and stand in no link.
  public let asks: [PageParameter]

  /// Stands in a path for an id, whatever it is.
  public static let id = "*"
  /// Stands at the end of a path for all that may follow.
  public static let rest = "**"

  public enum Shows: Sendable {
    case view(@Sendable (Loading, [String]) throws -> (any PageView)?)
    /// A page that may lead on to another: a form that was sent.
    case reply(@Sendable (PageQuestion) async throws -> Reply)
  }

  /// A page of one path.
  ///
  /// - Parameter view: reads what the page shows; nil where nothing stands there.
  public init(
    _ path: String..., asks: [PageParameter] = [], twin: Twin = .none,
    hasTwin: @escaping @Sendable (Address) -> Bool = { _ in true },
    view: @escaping @Sendable (Loading) throws -> (any PageView)?
  ) {
    (self.path, self.asks, self.twin, self.hasTwin) = (path, asks, twin, hasTwin)
    shows = .view { loading, _ in try view(loading) }
    ownDay = nil
  }

  /// A page for each id.
  ///
  /// - Parameters:
  ///   - ownDay: of what the id names.
  ///   - view: is given the ids of the path, in their order.
  public init(
    each path: String..., twin: Twin = .none,
    ownDay: (@Sendable (PageQuestion, any Connection) throws -> Day?)? = nil,
    view: @escaping @Sendable (Loading, [String]) throws -> (any PageView)?
  ) {
    (self.path, asks, self.twin, self.ownDay) = (path, [], twin, ownDay)
    hasTwin = { _ in true }
    shows = .view(view)
  }

  /// A form: it shows itself, or leads to what was made of it.
  public init(
    form path: String..., asks: [PageParameter],
    reply: @escaping @Sendable (PageQuestion) async throws -> Reply
  ) {
    (self.path, self.asks, twin, hasTwin, ownDay) = (path, asks, .none, { _ in false }, nil)
    shows = .reply(reply)
  }

  /// A file for programs: it is no page, whoever asks.
  public init(
    file path: String..., reply: @escaping @Sendable (PageQuestion) async throws -> Reply
  ) {
    (self.path, asks, twin, hasTwin, ownDay) = (path, [], .none, { _ in false }, nil)
    (shows, isFile) = (.reply(reply), true)
  }

  /// The ids of a path that is this page's; nil where it is not.
  public func ids(in parts: [String]) -> [String]? {
    guard path.last == Self.rest ? parts.count >= path.count : parts.count == path.count else { return nil }
    var ids: [String] = []
    for (place, own) in path.enumerated() {
      if own == Self.rest { return ids + parts[place...] }
      let part = parts[place]
      if own == Self.id { ids.append(part) } else if part != own { return nil }
    }
    return ids
  }
}

/// Something that an address of a page may ask for: the name of the parameter and, where its data call it otherwise, the field
/// that it chooses by.
public struct PageParameter: Sendable, ExpressibleByStringLiteral {
  let name: String
  let field: String
  private let isPrefix: Bool

  public init(_ name: String, of field: String) { (self.name, self.field, isPrefix) = (name, field, false) }
  public init(stringLiteral name: String) { self.init(name, of: name) }
  private init(prefix: String) { (name, field, isPrefix) = (prefix, prefix, true) }

  /// Every name that begins so.
  public static func each(_ prefix: String) -> PageParameter { PageParameter(prefix: prefix) }

  func means(_ given: String) -> Bool { isPrefix ? given.hasPrefix(name) : given == name }
}

/// The data behind a page.
public struct Twin: Sendable {
  /// The kind of record that the page is made for; nil for a page of many, or of none.
  let kind: String?
  let reply: (@Sendable (PageQuestion) async throws -> Reply?)?

  private init(of kind: String?, _ reply: (@Sendable (PageQuestion) async throws -> Reply?)?) {
    self.kind = kind
    self.reply = reply
  }

  /// A page of words alone.
  public static let none = Twin(of: nil, nil)

  /// - Parameter type: the kind of record that the page is made for.
  public static func made(
    of type: (any Record.Type)? = nil, _ reply: @escaping @Sendable (PageQuestion) async throws -> Reply?
  ) -> Twin {
    Twin(of: type?.kind, reply)
  }

  /// The records of a kind that the page shows, as the API and its CSV have them.
  ///
  /// - Parameter condition: what the page narrows the kind by, whatever the reader chose.
  public static func list(
    _ type: any Record.Type, where condition: (@Sendable (Day) -> Query)? = nil
  ) -> Twin {
    Twin(of: nil) { question in try await question.list(type, where: condition) }
  }

  /// One record of a kind.
  public static func record(_ type: any Record.Type) -> Twin {
    Twin(of: type.kind) { question in try await question.record(type, question.id) }
  }
}
