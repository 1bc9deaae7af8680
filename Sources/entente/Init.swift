import App
import ArgumentParser
import Kernel

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a partnership from its charter and the facts that come with it.",
    discussion: """
      Examples: entente init --charter gmp
                entente init --from fsc --charter lake --name-en "Lake Partnership" --name-fr "Partenariat du lac"
      From a model, the new partnership takes bodies, areas and rules, and none of the model's facts.
      """)

  @Option(
    help: "The charter's name (default: gmp), one of --charters DIR if given; with --from, the new one's id")
  var charter: String?
  @Option(help: "A model to begin from, such as fsc or fsc/2017")
  var from: String?
  @Option(help: "With --from: the new partnership's name in English")
  var nameEn: String?
  @Option(help: "With --from: the same in French")
  var nameFr: String?
  @Option(
    help:
      "What its journal is called where its state is signed: the address it will have, without a scheme, such as mercury.example.org/gmp/log"
  )
  var origin: String?
  @Flag(help: "Take the charter only, not the facts that come with it")
  var empty = false
  @OptionGroup var common: Common

  func run() async throws {
    let founded: Founding.Outcome
    if let from { founded = try await begin(from: from) } else { founded = try await made() }
    if common.json {
      print(#"{"acts":\#(founded.acts),"records":\#(founded.records)}"#)
    } else {
      print("\(founded.name): \(founded.records) records in \(founded.acts) acts, at \(try common.address())")
    }
    let key = LogKey.place(for: try common.address())
    Terminal.note("The key that signs for its journal is \(key). Keep it: no backup holds it.")
  }

  private func made() async throws -> Founding.Outcome {
    guard nameEn == nil, nameFr == nil else {
      throw Refusal("name.with-from")
    }
    let charters = try common.settings()["charters"]
    return try await Founding.found(
      charter ?? "gmp", at: common.address(), charters: charters == "built in" ? nil : charters,
      isEmpty: empty, origin: origin
    ) { Terminal.note($0) }
  }

  /// Without names it gets provisional ones, which say so.
  private func begin(from model: String) async throws -> Founding.Outcome {
    let name =
      nameEn == nil && nameFr == nil
      ? Translated(
        .en, [.en: "New partnership after \(model)", .fr: "Nouveau partenariat d\u{2019}apr\u{E8}s \(model)"])
      : Translated.given(english: nameEn, french: nameFr)
    let word = String(model.prefix { $0 != "/" })
    let begun = try CharterShelf.begun(from: model, id: charter ?? "new-\(word)", name: name, on: .today)
    if nameEn == nil { Terminal.note("The name is provisional; give it one with --name-en and --name-fr.") }
    return try await Founding.found(begun.edition, from: begun.model, at: common.address(), origin: origin) {
      Terminal.note($0)
    }
  }
}

extension Translated {
  /// A name as typed; what is not given is missing, and whoever needs it says so.
  static func given(english: String?, french: String?) -> Translated {
    var texts: [Language: String] = [:]
    texts[.en] = english
    texts[.fr] = french
    return Translated(english == nil ? .fr : .en, texts)
  }
}
