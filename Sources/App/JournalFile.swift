internal import Exchange
internal import Glibc
internal import Kernel
public import Store

/// The journal as a file: one act a line, as docs/reference/journal.md tells.
public enum JournalFile {
  /// Writes beside the name first and then takes the name, so that a file of that name is always whole.
  ///
  /// - Parameter isPublic: lines that anyone may have; what is sealed stays here.
  /// - Returns: how many acts were written.
  public static func export(
    from database: any RecordStore, to path: String, isPublic: Bool = false,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    let kinds = isPublic ? Set(Capabilities.records.filter { $0.sight == .everyone }.map { $0.kind }) : nil
    return try await database.read { connection in
      let file = try LineWriter(path)
      var count = 0
      try connection.exportJournal(telling: kinds) { line in
        try file.write(line)
        count += 1
        if count % 10_000 == 0 { progress(count) }
      }
      try file.finish()
      return count
    }
  }

  /// Adds the acts that the file has and the journal has not, and makes the tables anew, in one transaction.
  ///
  /// - Returns: how many acts were added.
  public static func `import`(
    _ path: String, into database: any RecordStore, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    try await database.rebuild { try take(path, $0, progress: progress) }
  }

  /// The same within a transaction that is on its way.
  static func take(
    _ path: String, _ connection: any Connection, progress: @escaping @Sendable (Int) -> Void
  ) throws -> Int {
    let file = try LineReader(path)
    let added: Int
    do {
      added = try connection.importJournal(
        { try file.next() }, under: Capabilities.projection, progress: progress)
    } catch var refusal as Refusal {
      refusal.file = path
      throw refusal
    }
    if added > 0 { try Capabilities.projection.rebuild(connection, progress: progress) }
    return added
  }
}

/// Reads a file line by line, whatever its length, in memory that does not grow with it.
final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init(_ path: String) throws {
    guard let file = fopen(path, "r") else {
      throw Refusal(
        "not-there.reason", ["path": .text(path), "reason": .text(String(cString: strerror(errno)))])
    }
    self.file = file
  }

  deinit {
    free(buffer)
    fclose(file)
  }

  /// The next line without its end; nil after the last.
  func next() throws -> [UInt8]? {
    let count = getline(&buffer, &capacity, file)
    guard count > 0, let buffer else {
      guard ferror(file) == 0 else { throw Refusal("store.read") }
      return nil
    }
    var bytes = UnsafeRawBufferPointer(start: buffer, count: count)[...]
    if bytes.last == 10 { bytes.removeLast() }
    return Array(bytes)
  }
}
