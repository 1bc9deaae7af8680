import App
import ArgumentParser
import Kernel

struct CharterNew: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a charter begun from a model, to be edited before a partnership is made of it.",
    discussion: """
      Example: entente charter new --from fsc --id lake --name-en "Lake Partnership" --name-fr "Partenariat du lac" \
      Charters/lake/2026.yaml
      It takes bodies, areas and rules with their sources, and nothing of the model's own history and numbers.
      """)

  @ArgumentParser.Option(help: "The model, such as fsc or fsc/2017") var from: String
  @ArgumentParser.Option(help: "The new charter's id, a word") var id: String
  @ArgumentParser.Option(help: "The new partnership's name in English") var nameEn: String
  @ArgumentParser.Option(help: "The same in French") var nameFr: String
  @Argument(help: "The file, which must not be there yet", completion: .file(extensions: ["yaml"])) var file:
    String
  @OptionGroup var common: Common

  func run() async throws {
    let begun = try CharterShelf.begun(
      from: from, id: id, name: .given(english: nameEn, french: nameFr), on: .today)
    try CharterShelf.write(begun.edition, to: file)
    print(common.json ? #"{"charter":"\#(id)"}"# : "\(file): \(id), begun from \(from); it checks clean.")
  }
}
