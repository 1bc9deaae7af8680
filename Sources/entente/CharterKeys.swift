import ArgumentParser
import Charters

struct CharterKeys: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Lists every key of the charter language: what it says, what its value may be, what reads it.",
    discussion: "Example: entente charter keys --language fr")
  @OptionGroup var common: Common

  func run() async throws { print(CharterKeyTable.markdown(in: try common.spoken), terminator: "") }
}
