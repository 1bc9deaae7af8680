public import Kernel

/// A new charter begun from a model: its bodies, areas and rules under a name of its own, and nothing that only the
/// model lived through. The text stays the model's, comments and order included, so that people can go on writing in it.
public struct CharterTemplate: Sendable {
  /// The model's text, and what it is called: `fsc 2017`.
  public let text: String
  public let model: Charter

  public init(text: String, model: Charter) {
    self.text = text
    self.model = model
  }

  /// What only the model can say of itself: its history, its numbers, what it signed and was given to do.
  private static let own: Set<String> = [
    "replaces", "seen-on", "figures", "lessons", "agreements", "function-mandates",
  ]

  /// - Parameters:
  ///   - id: the new charter's name, a word that is not the model's.
  ///   - name: in English and French.
  ///   - day: on which the new edition begins.
  /// - Throws: a `Refusal` for a name that is none, or the model's own.
  public func charter(id: String, name: Translated, on day: Day) throws -> String {
    guard id.isWord else {
      throw Refusal("id.word", ["id": "\(id.prefix(60))"], field: "id")
    }
    guard id != model.id else {
      throw Refusal("id.model", ["id": .text(id)], field: "id")
    }
    var blocks = CharterBlocks(of: edited(to: id))
    let (english, french) = (try quoted(name, .en), try quoted(name, .fr))
    blocks.head = [
      "# Charter: \(name.text(in: .en).text.replacing("\n", with: " ")), begun on \(day) from the model \(model.label).",
      "# Sources are the model's: each says where a rule was taken from. Change what does not fit; entente charter check finds what no longer fits together.",
      "",
    ]
    blocks.replace("charter", with: "charter: \(id)")
    blocks.replace("edition", with: "edition: \"\(day)\"")
    blocks.replace("status", with: "status: in-force")
    blocks.replace("in-force", with: "in-force: {since: \(day)}")
    blocks.replace("name", with: "name: {fr: \(french), en: \(english)}")
    blocks.replace(
      "origin",
      with:
        "origin:\n  created: {value: \(day), meaning: {fr: Création, en: Creation}}\n  founders: not-stated\n  mandate: []"
    )
    blocks.replace(
      "lifecycle",
      with: "lifecycle: {phase: proposed, since: \(day), sunset: not-stated, successor: not-stated}")
    blocks.replace("model", with: "model: \(model.id)/\(model.edition)", after: "charter")
    for key in Self.own { blocks.remove(key) }
    // A cycle with dates was the model's; a length is a rule.
    if blocks.text(of: "cycles").contains("from:") { blocks.remove("cycles") }
    return blocks.text
  }

  private func quoted(_ name: Translated, _ language: Language) throws -> String {
    let text = name.text(in: language)
    guard text.language == language, !text.text.allSatisfy(\.isWhitespace) else {
      throw Refusal("name.both", field: "name_\(language.rawValue)")
    }
    guard text.text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw Refusal("name.line", field: "name_\(language.rawValue)")
    }
    return "\"\(text.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// The text without the model's dates and ended areas, with the new id where the model speaks of itself.
  private func edited(to id: String) -> String {
    let bytes = Array(text.utf8)
    guard let tree = bytes.withUnsafeBufferPointer({ CharterText.tree($0, Findings(file: "model")) }) else {
      return text
    }
    var edits = CharterEdits(model: model.id, id: id)
    edits.collect(Entry(root: tree))
    return edits.applied(to: text)
  }
}
