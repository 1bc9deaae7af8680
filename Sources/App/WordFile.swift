internal import Foundation
internal import Kernel

/// A page as a Word file. Entente writes no such file itself: pandoc does, where it is installed.
public enum WordFile {
  /// - Parameter html: a page without scripts or pictures.
  /// - Throws: a `Refusal` where pandoc is not installed, fails, or takes longer than a minute.
  public static func make(from html: [UInt8]) throws -> [UInt8] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let program = path.split(separator: ":").map { "\($0)/pandoc" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let program else {
      throw Refusal("no-pandoc")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-word-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (page, file) = (folder.appending(path: "page.html"), folder.appending(path: "page.docx"))
    try Data(html).write(to: page)
    // Not in pandoc's sandbox: there it does not find its own template on Debian. The page names no file it could read.
    try run(program, ["--from", "html", "--to", "docx", "--output", file.path, page.path])
    guard let word = FileManager.default.contents(atPath: file.path), !word.isEmpty else {
      throw Refusal("store.no-word-file")
    }
    return Array(word)
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard ended.wait(timeout: .now() + .seconds(60)) == .success else {
      process.terminate()
      throw Refusal("timed-out.pandoc")
    }
    guard process.terminationStatus == 0 else {
      throw Refusal("store.pandoc", ["status": "\(process.terminationStatus)"])
    }
  }
}
