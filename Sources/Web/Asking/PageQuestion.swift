internal import Charters
public import Kernel
public import Store
internal import Telling

/// A page that is asked for: whose, by which address, in which language.
public struct PageQuestion: Sendable {
  public let site: Site
  public let asked: Asked
  public let address: Address
  /// The ids in its path, in their order.
  public let ids: [String]
  /// What the page may be asked for.
  let asks: [PageParameter]
  public let language: Language

  /// The day that was asked for, or today.
  ///
  /// - Throws: a `Refusal` for a day that is none.
  public func day() throws -> Day { try asked.day(today: site.today()) }

  /// The id in its path.
  public var id: String { ids.first ?? "" }

  /// Reads in one go what a page shows or data are made of.
  ///
  /// - Parameter day: nil takes the one that was asked for.
  public func reading<T: Sendable>(
    on day: Day? = nil, _ body: @escaping @Sendable (Loading) throws -> T
  ) async throws -> T {
    let day = try day ?? self.day()
    return try await site.database.read { connection in
      try body(
        Loading(site, address, language, on: day, connection, for: asked.viewer, after: asked["cursor"]))
    }
  }

  /// The records of a kind behind a list.
  ///
  /// - Parameters:
  ///   - asked: what they are narrowed by; nil takes what stands in the address.
  ///   - condition: what the page narrows the kind by.
  public func list(
    _ type: any Record.Type, _ asked: Asked? = nil, where condition: (@Sendable (Day) -> Query)? = nil
  ) async throws -> Reply? {
    guard site.kind(plural: type.plural, for: self.asked.viewer) != nil else { return nil }
    let api = API(site: site)
    let wanted = asked ?? self.asked.choosing(fields)
    let also = try condition.map { try $0(day()) }
    return address.form == .csv
      ? try await api.table(type, wanted, where: also) : try await api.list(type, wanted, where: also)
  }

  /// What is chosen by, in the words of the data: a page may call a field otherwise.
  private var fields: [(field: String, value: String)] {
    asked.filters.map { filter in
      (asks.first { $0.means(filter.field) && $0.name == filter.field }?.field ?? filter.field, filter.value)
    }
  }

  public func record(_ type: any Record.Type, _ id: String) async throws -> Reply? {
    guard site.kind(plural: type.plural, for: asked.viewer) != nil else { return nil }
    return try await API(site: site).reply([type.plural, id], asked)
  }

  /// A text as a file of the form that was asked for, under a name with the day where it is kept on a disk.
  public func file(_ text: String, named name: String) -> Reply {
    let bytes = Array(text.utf8)
    let isJSON = address.form == .json
    return Reply(
      type: isJSON ? Reply.json : Reply.csv, body: bytes, tag: Fingerprint(of: bytes).short,
      fileName: isJSON ? nil : "\(name).csv")
  }
}
