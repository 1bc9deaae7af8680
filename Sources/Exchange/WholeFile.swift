internal import Glibc
internal import Kernel

/// A file on its way to a name. It is written beside the name, readable by its owner alone, and takes the name when it is whole
/// and on the disk: a file of that name is always whole, whoever is killed meanwhile. What a killed program left beside the
/// name is taken up by the next.
///
/// A device or a pipe is no file to be replaced: it is written to. A link leads to its file.
public final class WholeFile {
  /// Where to write: the file beside the name, or the device.
  public let place: String
  public let descriptor: Int32
  private let name: String
  private let shown: String
  private let mayReplace: Bool
  private let isStream: Bool
  private var isFinished = false
  /// Whether the file beside the name is ours to take away: not while another writes it, nor where a link lies in its place.
  private var isOurs = false

  /// - Parameter mayReplace: false refuses a name that is taken.
  public init(_ path: String, mayReplace: Bool = true) throws {
    shown = path
    self.mayReplace = mayReplace
    var there = stat()
    let isThere = stat(path, &there) == 0
    isStream = isThere && there.st_mode & S_IFMT != S_IFREG && there.st_mode & S_IFMT != S_IFDIR
    guard !isThere || mayReplace || isStream else {
      throw Refusal("already-there.file", ["path": .text(path)])
    }
    if isStream {
      (name, place) = (path, path)
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.failure(path) }
      isOurs = true
      return
    }
    name = try Self.followed(path, isThere: isThere)
    place = name + ".part"
    descriptor = open(place, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw Refusal("part-is-no-file", ["path": .text(place)]) }
      throw Self.failure(path)
    }
    do { try take() } catch {
      Glibc.close(descriptor)
      throw error
    }
    isOurs = true
  }

  /// The file that a link names.
  private static func followed(_ path: String, isThere: Bool) throws -> String {
    if isThere {
      guard let real = realpath(path, nil) else { throw failure(path) }
      defer { free(real) }
      return String(cString: real)
    }
    var link = stat()
    guard lstat(path, &link) != 0 else { throw Refusal("link-to-nothing", ["path": .text(path)]) }
    return path
  }

  /// Makes the file beside the name ours alone, and empty.
  private func take() throws {
    var own = stat()
    guard fstat(descriptor, &own) == 0, own.st_mode & S_IFMT == S_IFREG, own.st_uid == geteuid(),
      own.st_nlink == 1
    else { throw Refusal("part-is-no-file", ["path": .text(place)]) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw Refusal("busy.file", ["path": .text(place)])
    }
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { throw Self.failure(shown) }
    for beside in ["-wal", "-shm", "-journal"] { unlink(place + beside) }
  }

  deinit {
    guard isOurs, !isFinished else { return }
    if !isStream {
      unlink(place)
      for beside in ["-wal", "-shm", "-journal"] { unlink(place + beside) }
    }
    Glibc.close(descriptor)
  }

  /// Gives the file its name.
  ///
  /// - Throws: a `Refusal` where the disk is full, or somebody else took the name meanwhile.
  public func finish() throws {
    if isStream {
      isFinished = true
      guard Glibc.close(descriptor) == 0 else { throw Self.failure(shown) }
      return
    }
    guard fsync(descriptor) == 0 else { throw Self.failure(shown) }
    if mayReplace {
      guard rename(place, name) == 0 else { throw Self.failure(shown) }
    } else if link(place, name) == 0 {
      unlink(place)
    } else if errno == EEXIST {
      throw Refusal("already-there.file", ["path": .text(shown)])
    } else {
      // A file system without links.
      guard access(name, F_OK) != 0, rename(place, name) == 0 else { throw Self.failure(shown) }
    }
    isFinished = true
    Glibc.close(descriptor)
    syncFolder()
  }

  /// Writes a whole file that everyone on the machine may read: what a web server is to serve.
  public static func publish(_ bytes: [UInt8], at path: String) throws {
    let file = try WholeFile(path)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { throw failure(path) }
      rest = rest.dropFirst(max(0, written))
    }
    guard file.isStream || fchmod(file.descriptor, 0o644) == 0 else { throw failure(path) }
    try file.finish()
  }

  /// The name itself is on the disk when its folder is.
  private func syncFolder() {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? "."
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    fsync(opened)
    Glibc.close(opened)
  }

  /// Takes a file of ours away.
  public static func remove(_ path: String) { unlink(path) }

  static func failure(_ path: String) -> Refusal {
    let code = errno == ENOSPC || errno == EDQUOT ? "disk-full" : "store"
    return Refusal(
      code: code,
      Phrase("refusal.store.write", ["path": .text(path), "reason": .text(String(cString: strerror(errno)))]))
  }
}

/// Writes lines into a file that takes its name when it is whole.
public final class LineWriter {
  private let whole: WholeFile
  private let path: String
  private let file: UnsafeMutablePointer<FILE>

  /// - Parameter mayReplace: false refuses a name that is taken.
  public init(_ path: String, mayReplace: Bool = true) throws {
    self.path = path
    whole = try WholeFile(path, mayReplace: mayReplace)
    guard let file = fdopen(dup(whole.descriptor), "w") else { throw WholeFile.failure(path) }
    self.file = file
  }

  deinit { fclose(file) }

  public func write(_ line: [UInt8], end: StaticString = "\n") throws {
    guard fwrite(line, 1, line.count, file) == line.count,
      fwrite(end.utf8Start, 1, end.utf8CodeUnitCount, file) == end.utf8CodeUnitCount
    else { throw WholeFile.failure(path) }
  }

  public func finish() throws {
    guard fflush(file) == 0 else { throw WholeFile.failure(path) }
    try whole.finish()
  }
}
