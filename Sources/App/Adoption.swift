public import Acting
public import Charters
internal import Exchange
internal import Finance
internal import Governance
public import Kernel
internal import Registry
internal import Reporting
internal import Store

/// A charter's edition put in force: what it brings, what it ends, and what stays as people left it.
public struct Adoption: Sendable {
  public let edition: String
  public let since: When
  /// The edition in force until then.
  public let before: String?
  /// Records that the edition names and that were not there.
  public var added: [String] = []
  /// Records that the edition says otherwise than the one before, and that nobody has touched since.
  public var changed: [String] = []
  /// Areas and topics that the edition does not name any more.
  public var ended: [String] = []
  /// Records that the edition says otherwise than they stand; whoever keeps them decides.
  public var left: [String] = []
  /// The edition in force until then and this one, for what the two say otherwise; empty where there was none.
  public var compared: [ComparedCharter] = []
  /// Who may do what otherwise than before.
  public var rights: [RightsChange] = []
}

extension Partnership {
  /// Adopts a charter from a file, in one transaction.
  ///
  /// - Parameters:
  ///   - since: when it enters into force; nil takes the day the charter itself gives.
  ///   - preview: where given, what would happen is noted there, and nothing is written.
  /// - Throws: the charter's faults, or a `Refusal` where it may not follow the edition in force.
  public func adopt(
    _ path: String, since: When?, decision: String?, _ intent: Intent, preview: Preview? = nil
  ) async throws -> Adoption {
    let bytes = try CharterShelf.read(file: path)
    let reading = Charter.read(bytes, name: path, sources: CharterShelf.sources)
    guard let charter = reading.charter else {
      throw CharterShelf.Faults(refusals: reading.faults.map(\.refusal))
    }
    guard let since = since ?? charter.period.since else {
      throw Refusal("no-date.charter", field: "since")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return try await acting(intent, preview: preview) { occasion in
      let connection = occasion.connection
      let rights = try occasion.charter(on: since.first)
      let earlier = try connection.charterEditions(of: charter.id)
      let editions = try connection.count(CharterEdition.self, Listing(viewer: .host))
      guard !earlier.isEmpty || editions == 0 else {
        throw Refusal(
          "other-charter", ["path": .text(path), "charter": "\(charter.id)"], file: path, line: 1)
      }
      try CharterEdition.adopting.carryOut(
        .init(
          charter: charter.id, edition: charter.edition, text: text, since: since,
          decision: decision.map { .init($0) }), occasion)
      var adoption = Adoption(edition: charter.label, since: since, before: earlier.last?.edition)
      let before = earlier.map { Charter.read(Array($0.text.utf8), name: $0.id.text) }
      try adoption.bring(before.compactMap(\.readable) + [charter], since, intent, connection)
      if let last = before.last.flatMap({ ComparedCharter($0, name: $0.readable?.label ?? "") }),
        let new = ComparedCharter(reading, name: path)
      {
        adoption.compared = [last, new]
      }
      adoption.rights = try Capabilities.verbs.changes(
        from: rights, to: CharterBook().inForce(on: since.first, connection), occasion)
      return adoption
    }
  }
}

extension Adoption {
  fileprivate mutating func bring(
    _ editions: [Charter], _ since: When, _ intent: Intent, _ connection: any Connection
  ) throws {
    let journal = try Journal(connection)
    let before = Array(editions.dropLast())
    let treaties = Set(try connection.all(Treaty.self).map(\.id.text))
    let bodies = Set(try connection.all(Body.self).map(\.id.text))
    func bring<R: Record>(_ made: ([Charter]) -> [R], end: (inout R, R) -> Bool = { _, _ in false }) throws {
      let earlier = Dictionary(made(before).map { ($0.id, $0) }) { _, last in last }
      for record in made(editions) {
        try self.bring(record, earlier[record.id], journal, intent, connection) { end(&$0, record) }
      }
    }
    try bring { Body.made(of: $0, besides: bodies) }
    try bring(Area.made(of:)) { $0.period.end(with: $1.period) }
    try bring(Topic.made(of:)) { $0.period.end(with: $1.period) }
    try bring { TreatyPhase.made(of: $0).filter { treaties.contains($0.treaty.text) } }
    try bring(GoverningDocument.made(of:)) { $0.period.end(with: $1.period) }
    try bring { Window.made(of: $0, treaties: treaties) }
    try bring(BudgetLine.made(of:))
    try bring(ReportingLine.made(of:))
  }

  /// Adds a record that is not there, lets one that nobody touched follow the edition, ends one that is to end, and
  /// leaves what people have changed.
  ///
  /// - Parameter earlier: what the editions before made of it.
  private mutating func bring<R: Record>(
    _ record: R, _ earlier: R?, _ journal: Journal, _ intent: Intent, _ connection: any Connection,
    end: (inout R) -> Bool
  ) throws {
    let name = "\(R.kind) \(record.id)"
    guard let found = try connection.find(R.self, record.id.text) else {
      try journal.append(record, intent)
      added.append(name)
      return
    }
    var stored = found.record
    if stored.text == record.text { return }
    let ends = end(&stored)
    if found.record.text == earlier?.text {
      try journal.append(record, intent, after: found.version)
      if ends { ended.append(name) } else { changed.append(name) }
    } else if ends {
      try journal.append(stored, intent, after: found.version)
      ended.append(name)
    } else {
      left.append(name)
    }
  }
}

extension Period {
  /// Takes the other's end where it has none. - Returns: whether it did.
  fileprivate mutating func end(with other: Period) -> Bool {
    guard until == nil, let end = other.until else { return false }
    until = end
    return true
  }
}

extension Record {
  fileprivate var text: String {
    var json = JSONWriter()
    write(to: &json)
    return json.text
  }
}
