internal import Charters
internal import Exchange
internal import Finance
internal import Foundation
internal import Governance
internal import Kernel
internal import Proofs
internal import Registry
internal import Reporting
internal import Resources
public import Store

/// A partnership made from its charter and the facts that come with it: one act a record, all or nothing.
public enum Founding {
  public struct Outcome: Sendable {
    public let name: String
    public let acts: Int
    public let records: Int
  }

  /// - Parameters:
  ///   - id: the charter's name, such as `gmp`.
  ///   - charters: a folder with a folder of that name; nil takes those built in.
  ///   - isEmpty: takes the charter and what it says itself, and none of the facts beside it.
  ///   - origin: what the journal is called where its state is signed; nil gives it a provisional name.
  ///   - report: told what is being done.
  /// - Throws: `Refusal`s: the charter's faults, or a place that is taken.
  public static func found(
    _ id: String, at address: StoreAddress, charters: String? = nil, isEmpty: Bool = false,
    origin: String? = nil, stamp: Stamp = .system,
    report: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Outcome {
    try await making(at: address, origin, of: id) {
      try await found(id, in: $0, charters: charters, isEmpty: isEmpty, stamp: stamp, report: report)
    }
  }

  /// The key is there before the store is: a partnership without one could not sign for its first acts. One that an unfinished
  /// founding left is taken.
  private static func making(
    at address: StoreAddress, _ origin: String?, of charter: String,
    _ found: (any RecordStore) async throws -> Outcome
  ) async throws -> Outcome {
    var outcome: Outcome?
    try await address.makingStore { database, _ in
      let old = try LogKey.read(for: address)
      if let old, let origin, old.signer.verifier.name != origin {
        throw Refusal("already-there.file", ["path": .text(old.place)])
      }
      let key =
        try old ?? LogKey.make(for: address, origin: origin ?? LogKey.provisionalOrigin(charter))
      do { outcome = try await found(database) } catch {
        if old == nil { WholeFile.remove(key.place) }
        throw error
      }
    }
    guard let outcome else { throw Refusal("store.rebuild") }
    return outcome
  }

  /// The same in a store that is open and empty.
  public static func found(
    _ id: String, in database: any RecordStore, charters: String? = nil, isEmpty: Bool = false,
    stamp: Stamp = .system, report: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Outcome {
    let texts = try CharterShelf.editions(of: id, in: charters)
    let facts = try facts { _ in isEmpty ? nil : id }
    return try await found(texts, facts, in: database, stamp, report)
  }

  /// Makes a partnership from a charter begun from a model. Of the model's facts it takes those that tell what its
  /// rules cite: sources, and the treaties that exist whoever speaks of them.
  public static func found(
    _ begun: CharterShelf.Edition, from model: String, at address: StoreAddress, origin: String? = nil,
    stamp: Stamp = .system, report: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Outcome {
    let facts = try facts { $0 == Source.self || $0 == Treaty.self ? model : nil }
    return try await making(at: address, origin, of: begun.charter.id) {
      try await found([begun], facts, in: $0, stamp, report)
    }
  }

  private static func found(
    _ texts: [CharterShelf.Edition], _ facts: [(type: any Record.Type, file: CSVFile)],
    in database: any RecordStore, _ stamp: Stamp, _ report: @escaping @Sendable (String) -> Void
  ) async throws -> Outcome {
    return try await database.write { connection in
      try Capabilities.projection.create(connection)
      let journal = try Journal(connection, stamp)
      func ids(_ type: any Record.Type) -> Set<String> {
        Set(facts.first { $0.type == type }.map { $0.file.rows.compactMap(\.cells.first) } ?? [])
      }
      for made in records(of: texts, treaties: ids(Treaty.self), bodies: ids(Body.self)) {
        guard !made.isEmpty else { continue }
        report("\(made.count) \(type(of: made[0]).plural) from the charter")
        for record in made { try append(record, to: journal) }
      }
      for (type, file) in facts {
        report("\(file.rows.count) \(type.plural)")
        try append(type, file, to: journal)
      }
      try connection.settle()
      let name = texts.last?.charter.name.text(in: .en).text ?? ""
      return Outcome(name: name, acts: journal.head.seq, records: journal.head.seq)
    }
  }

  /// What the charter's editions say that is kept as records.
  ///
  /// - Parameters:
  ///   - treaties: ids of the treaties among the facts; a phase or a purse can refer to no other.
  ///   - bodies: ids of the bodies that the facts describe; the others come from the charter.
  private static func records(
    of texts: [CharterShelf.Edition], treaties: Set<String>, bodies: Set<String>
  ) -> [[any Record]] {
    let editions = texts.map(\.charter)
    return [
      CharterEdition.made(of: texts.map { ($0.charter, $0.text) }),
      Body.made(of: editions, besides: bodies), Area.made(of: editions), Topic.made(of: editions),
      TreatyPhase.made(of: editions).filter { treaties.contains($0.treaty.text) },
      GoverningDocument.made(of: editions), Window.made(of: editions, treaties: treaties),
      BudgetLine.made(of: editions), ReportingLine.made(of: editions),
    ]
  }

  private static func append<R: Record>(_ record: R, to journal: Journal) throws {
    try journal.append(record, Intent("found", by: "system", as: .system, basis: "charter"))
  }

  /// The files of facts, each with its kind, in the order of the capabilities: what holds for every partnership (the
  /// groups of countries) before its own.
  ///
  /// - Parameter own: whose own facts of a kind are taken; nil leaves them out.
  private static func facts(
    _ own: (any Record.Type) -> String?
  ) throws -> [(type: any Record.Type, file: CSVFile)] {
    try Capabilities.records.map { type in
      try ["reference", own(type)].compactMap { $0 }.compactMap { folder in
        let path = "Data/\(folder)/\(type.plural).csv"
        return try Resources.bytes(path).map { (type, try CSVFile($0, name: path)) }
      }
    }.flatMap { $0 }
  }

  /// Facts are recorded by the software itself, on the source that each row names.
  private static func append<R: Record>(_ type: R.Type, _ file: CSVFile, to journal: Journal) throws {
    for row in file.rows {
      do {
        let record = try R.schema.whole(from: file.cells(row))
        try journal.append(record, Intent("found", by: "system", as: .system, basis: "founding data"))
      } catch var refusal as Refusal {
        refusal.file = file.name
        refusal.line = row.line
        throw refusal
      }
    }
  }
}
