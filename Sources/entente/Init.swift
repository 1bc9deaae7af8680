import App
import ArgumentParser
import Kernel

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a partnership from its charter and the facts that come with it.",
    discussion: "Example: entente init --charter gmp")

  @Option(help: "The charter's name, such as gmp; with --charters DIR, one of that folder")
  var charter = "gmp"
  @Flag(help: "Take the charter only, not the facts that come with it")
  var empty = false
  @OptionGroup var common: Common

  func run() async throws {
    let charters = try common.settings()["charters"]
    let founded = try await Founding.found(
      charter, at: common.address(), charters: charters == "built in" ? nil : charters, isEmpty: empty
    ) { Terminal.note($0) }
    if common.json {
      print(#"{"acts":\#(founded.acts),"records":\#(founded.records)}"#)
    } else {
      print("\(founded.name): \(founded.records) records in \(founded.acts) acts, at \(try common.address())")
    }
  }
}
