internal import Glibc
internal import Kernel

/// The file of a store as it was when it was opened. SQLite goes on with a file that was removed or replaced under its name,
/// and everyone would read and write what nobody finds again.
struct OpenedFile: Sendable {
  private let path: String
  private let device: UInt
  private let number: UInt

  init(_ path: String) {
    self.path = path
    (device, number) = Self.identity(of: path) ?? (0, 0)
  }

  /// Whether the same file still stands at its path.
  var isInPlace: Bool { Self.identity(of: path).map { $0 == (device, number) } ?? false }

  private static func identity(of path: String) -> (UInt, UInt)? {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return (UInt(found.st_dev), UInt(found.st_ino))
  }

  /// A store that was closed, and a backup, are one file without a log, and say so in their first bytes; one in use, or left
  /// by a killed program, says that a log belongs to it. So a log beside a file of the first kind belonged to another that
  /// stood there before, and SQLite would put its pages into this one.
  static func refuseForeignLog(beside path: String) throws {
    var log = stat()
    // Asked before and after: whoever closes a store takes its log away before the file says that it has none, and whoever
    // opens it lets the file say so before there is one.
    guard saysItHasNoLog(path), stat(path + "-wal", &log) == 0, log.st_size > 0, saysItHasNoLog(path) else {
      return
    }
    throw Refusal("foreign-log", ["path": .text(path)])
  }

  private static func saysItHasNoLog(_ path: String) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 20)
    return fread(&head, 1, 20, file) == 20 && head.starts(with: "SQLite format 3".utf8) && head[18] == 1
  }
}
