public import Exchange
internal import Finance
internal import Foundation
internal import Governance
public import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Workplan

extension Partnership {
  /// Moves a record to its next state, if its workflow and the capacity allow it.
  ///
  /// - Parameters:
  ///   - day: the day the move takes effect, where the record keeps one: a membership, an area.
  ///   - destination: what goes on with an area that is merged or absorbed.
  ///   - tranche: the group of signatories that a partner signed a declaration with.
  /// - Returns: the new version.
  public func move<R: Record>(
    _ type: R.Type, _ id: String, by move: String, on day: Day, into destination: String? = nil,
    tranche: Int? = nil, _ intent: Intent
  ) async throws -> Int {
    try await database.change { connection in
      guard let found = try connection.find(R.self, id) else {
        throw Refusal("not-found", "there is no \(R.kind) \u{201C}\(id)\u{201D}")
      }
      let charter = try CharterBook().inForce(on: .today, connection)
      if let decided = R.self as? any DecidedByCharter.Type {
        try decided.allow(intent.capacity, under: charter)
      }
      // These moves ask for more than another state, so each has a verb of its own.
      switch (found.record, move) {
      case (let partner as Partner, "admit"):
        return try Partner.admit(partner.id, on: day, under: charter, intent, connection)
      case (let partner as Partner, "sign"):
        return try Partner.sign(partner.id, on: day, tranche: tranche, under: charter, intent, connection)
      case (let partner as Partner, "appoint"):
        return try Partner.appoint(partner.id, on: day, under: charter, intent, connection)
      case (let partner as Partner, "withdraw"):
        return try Partner.withdraw(partner.id, on: day, intent, connection)
      case (let partner as Partner, _):
        return try Partner.change(partner.id, by: move, on: day, under: charter, intent, connection)
      case (let area as Area, "close"), (let area as Area, "merge"), (let area as Area, "absorb"):
        return try Area.end(area.id, by: move, into: destination, on: day, intent, connection)
      case (let allocation as Allocation, "withdraw"):
        return try Allocation.withdraw(allocation.id, on: day, intent, connection)
      case (let formation as Formation, _):
        throw formation.refusal(ofBare: move)
      case (let activity as Activity, "start"):
        let action = try activity.priorityAction.flatMap { try connection.one($0) }
        if let refusal = charter.flatMap({ activity.refusals(toStartUnder: $0, action).first }) {
          throw refusal
        }
        fallthrough
      default:
        let moved = try found.record.moved(by: move, as: intent.capacity)
        return try Journal(connection).append(moved, intent, after: found.version)
      }
    }
  }

  /// What a file would do and, if an intent is given, does: in one transaction.
  ///
  /// A file brings whole records, in whatever state it says. So the secretariat takes it in; of votes, measures of a
  /// Party and allocations, whose rows are each held to a rule of their own, others bring theirs.
  ///
  /// - Throws: a `Refusal` for a capacity that may not take in such records.
  public func take<R: Record>(
    _ type: R.Type, _ file: CSVFile, _ intent: Intent?
  ) async throws -> ImportPlan<R> {
    guard let intent else { return try await database.read { try Self.plan(R.self, file, nil, $0) } }
    let isHeldRowByRow =
      R.self == Ballot.self || R.self == DiscretionaryMeasure.self || R.self == Allocation.self
    guard isHeldRowByRow || [.secretariat, .system].contains(intent.capacity) else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not take in a file of \(R.plural); only the secretariat may. For a single record use its own command"
      )
    }
    return try await database.change { connection in
      let plan = try Self.plan(R.self, file, intent.capacity, connection)
      try connection.carryOut(plan, intent)
      return plan
    }
  }

  /// What names a word of the charter names one that the charter in force has.
  private static func plan<R: Record>(
    _ type: R.Type, _ file: CSVFile, _ capacity: Capacity?, _ connection: any Connection
  ) throws -> ImportPlan<R> {
    let charter = try CharterBook().inForce(on: .today, connection)
    var minutes = Minutes(as: capacity)
    var book = Cashbook(as: capacity, cycles: try connection.cycleStarts(), today: .today)
    return try connection.planImport(R.self, file).refusing { record in
      switch record {
      case let formation as Formation: return try formation.refusals(fromFile: connection)
      case let motion as Motion: return try motion.refusals(fromFile: connection)
      case let ballot as Ballot: return try minutes.refusals(of: ballot, connection)
      case let contribution as Contribution: return try book.refusals(of: contribution, connection)
      case let pledge as Pledge: return try book.refusals(of: pledge, connection)
      case let allocation as Allocation: return try book.refusals(of: allocation, connection)
      case let activity as Activity:
        let refusals = charter.map { activity.refusals(under: $0) } ?? []
        return refusals.isEmpty ? try book.refusals(of: activity, connection) : refusals
      default: break
      }
      guard let charter else { return [] }
      return switch record {
      case let partner as Partner: partner.refusals(under: charter)
      case let initiative as NationalInitiative: initiative.refusals(under: charter)
      case let representation as Representation: representation.refusals(under: charter)
      case let target as Target: target.refusals(under: charter)
      case let measure as DiscretionaryMeasure:
        try connection.refusals(of: measure, under: charter, as: capacity, today: .today)
      default: []
      }
    }
  }

  /// - Returns: how many records were written.
  public func export(
    _ type: any Record.Type, to path: String, day: Day?, audience: Audience
  ) async throws -> Int {
    try await export(opened: type, to: path, day: day, audience: audience)
  }

  private func export<R: Record>(
    opened type: R.Type, to path: String, day: Day?, audience: Audience
  ) async throws -> Int {
    try await database.read { connection in
      let file = try LineWriter(path)
      var count = 0
      if path.hasSuffix(".json") {
        try connection.exportJSON(R.self, day: day, audience: audience) {
          try file.write($0, end: "")
          count += 1
        }
      } else {
        try connection.exportCSV(R.self, day: day, audience: audience) {
          try file.write(Array($0.utf8), end: "")
          count += 1
        }
      }
      try file.finish()
      // One line was the headings, or the end of the list.
      return count - 1
    }
  }

  /// Every kind that has records, one CSV file each.
  public func exportAll(
    to folder: String, day: Day?, audience: Audience
  ) async throws -> [(String, Int)] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal("store", "the folder \(folder) cannot be made: \(error.localizedDescription)")
    }
    var written: [(String, Int)] = []
    for type in Capabilities.records where audience == .insiders || type.audience == .everyone {
      let path = "\(folder)/\(type.plural).csv"
      let count = try await export(type, to: path, day: day, audience: audience)
      if count == 0 {
        try? FileManager.default.removeItem(atPath: path)
      } else {
        written.append((type.plural, count))
      }
    }
    return written
  }

  /// Adds an exported journal to the store at an address; makes the store if there is none.
  public static func takeJournal(
    _ file: String, at address: StoreAddress, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    let database: any Store.Database
    do { database = try await address.open() } catch let refusal as Refusal where refusal.code == "not-there"
    {
      database = try await address.openNew()
    }
    if try await !database.read({ try $0.hasJournal() }) {
      try await database.write { try Capabilities.projection.create($0) }
    }
    let added = try await JournalFile.import(file, into: database, progress: progress)
    try await database.close()
    return added
  }
}

/// A CSV file on the disk.
public enum FileTable {
  public static func read(_ path: String) throws -> CSVFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal("not-there", "\(path) cannot be read; is the name right?")
    }
    return try CSVFile(Array(data), name: path)
  }
}
