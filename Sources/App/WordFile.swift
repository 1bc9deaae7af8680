internal import Kernel

/// A page as a Word file. Entente writes no such file itself: pandoc does, where it is installed.
public enum WordFile {
  /// - Parameter html: a page without scripts or pictures.
  /// - Throws: a `Refusal` where pandoc is not installed, fails, takes longer than a minute, or writes more than 64 MB.
  public static func make(from html: [UInt8]) async throws -> [UInt8] {
    try await make(from: html, with: Program(name: "pandoc"))
  }

  static func make(from html: [UInt8], with pandoc: Program) async throws -> [UInt8] {
    do {
      // Not in pandoc's sandbox: there it does not find its own template on Debian. The page names no file it could read.
      let word = try await pandoc.output(["--from", "html", "--to", "docx", "--output", "-"], input: html)
      guard !word.isEmpty else { throw Refusal("store", "pandoc wrote nothing; try --format html") }
      return word
    } catch let failure as Program.Failure {
      throw refusal(failure)
    }
  }

  private static func refusal(_ failure: Program.Failure) -> Refusal {
    switch failure {
    case .missing:
      Refusal(
        "no-pandoc",
        "a Word file is made by pandoc, which is not installed here; install it (Debian: apt install pandoc), or take --format html"
      )
    case .timedOut:
      Refusal("timed-out", "pandoc took longer than a minute and was stopped; try --format html")
    case .tooMuch:
      Refusal(
        "too-large", "pandoc wrote more than a Word file of 64 MB and was stopped; try --format html")
    case .failed(let status):
      Refusal("store", "pandoc failed (\(status)); try --format html")
    }
  }
}
