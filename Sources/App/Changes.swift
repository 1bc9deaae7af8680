internal import Acting
public import Exchange
internal import Foundation
internal import Governance
public import Kernel
internal import Store

extension Partnership {
  /// What a file would do and, unless it is only looked at, does: in one transaction. Every row is held to what adding or
  /// correcting that record by hand is held to, the right included.
  ///
  /// - Parameters:
  ///   - intent: who takes it in; nil looks at it as the secretariat would, and writes nothing.
  ///   - preview: where given, what it would move is noted there, and nothing is written.
  /// - Throws: a `Refusal` for a capacity that may bring no record of the kind at all.
  public func take<R: Record>(
    _ type: R.Type, _ file: CSVFile, _ intent: Intent?, preview: Preview? = nil
  ) async throws -> ImportPlan<R> {
    let signed = intent ?? Intent("import", by: "preview", as: .secretariat)
    guard intent != nil || preview != nil else {
      return try await database.read {
        let charters = CharterBook()
        return try Self.plan(
          R.self, file, Occasion(signed, under: charters, today: charters.day(at: .now, $0), $0))
      }
    }
    return try await acting(signed, preview: preview) { occasion in
      let plan = try Self.plan(R.self, file, occasion)
      var dated = signed
      dated.holdsFrom = occasion.today
      try occasion.connection.carryOut(plan, dated)
      let keeping = Capabilities.verbs.keeping(of: R.self)
      try plan.forEach { try keeping.then($0, $1, occasion) }
      return plan
    }
  }

  private static func plan<R: Record>(
    _ type: R.Type, _ file: CSVFile, _ occasion: Occasion
  ) throws -> ImportPlan<R> {
    let keeping = Capabilities.verbs.keeping(of: R.self)
    guard try keeping.mayBring(occasion) else {
      throw Refusal(
        "not-allowed.file",
        ["capacity": "\(occasion.capacity)", "records": .text(R.plural), "kind": .text(R.kind)],
        field: "capacity")
    }
    return try occasion.connection.planImport(R.self, file).refusing { record, before in
      try keeping.refusals(of: record, before: before, occasion)
    }
  }

  /// - Parameter isMarked: a CSV file begins with the mark by which spreadsheets know UTF-8.
  /// - Returns: how many records were written.
  public func export(
    _ type: any Record.Type, to path: String, day: Day?, viewer: Viewer, isMarked: Bool = true
  ) async throws -> Int {
    try await export(opened: type, to: path, day: day, viewer: viewer, isMarked: isMarked)
  }

  /// - Parameter leavesOutNone: where there is no record, no file takes the name, not for a moment.
  private func export<R: Record>(
    opened type: R.Type, to path: String, day: Day?, viewer: Viewer, isMarked: Bool,
    leavesOutNone: Bool = false
  ) async throws -> Int {
    try await database.read { connection in
      let file = try LineWriter(path)
      var count = 0
      if path.hasSuffix(".json") {
        try connection.exportJSON(R.self, day: day, viewer: viewer) {
          try file.write($0, end: "")
          count += 1
        }
      } else {
        if isMarked { try file.write([0xEF, 0xBB, 0xBF], end: "") }
        try connection.exportCSV(R.self, day: day, viewer: viewer) {
          try file.write(Array($0.utf8), end: "")
          count += 1
        }
      }
      // One line was the headings, or the end of the list.
      if count == 1, leavesOutNone { return 0 }
      try file.finish()
      return count - 1
    }
  }

  /// Every kind that has records, one CSV file each.
  public func exportAll(
    to folder: String, day: Day?, viewer: Viewer, isMarked: Bool = true
  ) async throws -> [(String, Int)] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal("store.folder", ["folder": .text(folder), "reason": .text(error.localizedDescription)])
    }
    var written: [(String, Int)] = []
    for type in Capabilities.records where type.sight.mayShow(to: viewer) {
      let path = "\(folder)/\(type.plural).csv"
      let count = try await export(
        opened: type, to: path, day: day, viewer: viewer, isMarked: isMarked, leavesOutNone: true)
      if count == 0 {
        // What an earlier export left there is no longer so.
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
    let isThere = try await isStore(at: address)
    guard isThere else {
      var added = 0
      try await address.makingStore { database, _ in
        added = try await database.rebuild { connection in
          try Capabilities.projection.create(connection)
          return try JournalFile.take(file, connection, progress: progress)
        }
      }
      return added
    }
    let partnership = try await open(at: address)
    do {
      let added = try await JournalFile.import(file, into: partnership.database, progress: progress)
      try await partnership.close()
      return added
    } catch {
      try? await partnership.close()
      throw error
    }
  }

  private static func isStore(at address: StoreAddress) async throws -> Bool {
    do {
      let database = try await address.open()
      let isStore = try await database.read { try $0.hasJournal() }
      try await database.close()
      return isStore
    } catch let refusal as Refusal where refusal.code == "not-there" { return false }
  }
}

/// A CSV file on the disk.
public enum FileTable {
  public static func read(_ path: String) throws -> CSVFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal("not-there", ["path": .text(path)])
    }
    return try CSVFile(Array(data), name: path)
  }
}
