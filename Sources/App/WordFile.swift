internal import Kernel

/// A page as a Word file. Entente writes no such file itself: pandoc does, where it is installed.
public enum WordFile {
  /// - Parameter html: a page without scripts or pictures.
  /// - Throws: a `Refusal` where pandoc is not installed, fails, needs more memory than it is given, or takes longer than a
  ///   minute.
  public static func make(from html: [UInt8]) async throws -> [UInt8] {
    // Not in pandoc's sandbox: there it does not find its own template on Debian. The page names no file it could read.
    let pandoc = OtherProgram(
      name: "pandoc",
      arguments: ["+RTS", "-M1G", "-RTS", "--from", "html", "--to", "docx", "--output", "-"],
      time: .seconds(60), answer: 256 << 20)
    switch try await pandoc.run(on: html) {
    case .answered(let word) where !word.isEmpty: return word
    case .answered: throw Refusal("store.no-word-file")
    case .notThere: throw Refusal("no-pandoc")
    case .tooLong: throw Refusal("timed-out.pandoc")
    case .tooMuch: throw Refusal("store.pandoc-too-much")
    case .failed(let status, let complaint):
      throw Refusal("store.pandoc", ["status": "\(status)", "reason": .text(complaint)])
    }
  }
}
