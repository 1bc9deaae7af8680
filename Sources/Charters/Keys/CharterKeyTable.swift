public import Kernel

/// The reference of the charter's keys, made from their declarations.
public enum CharterKeyTable {
  /// As `docs/reference/charter-keys.md` holds it.
  public static func markdown(in language: Language) -> String {
    func said(_ key: String) -> String { CharterKey.said("charter-table.\(key)", in: language) ?? key }
    func row(_ row: ComparisonRow) -> String {
      CharterKey.said("comparison-row.\(row.rawValue)", in: language) ?? row.rawValue
    }
    var text = "# \(said("title"))\n\n\(said("about"))\n"
    for block in CharterKey.all.map(\.block).uniqued {
      text += "\n## \(block.isEmpty ? said("top") : "`\(block)`")\n\n"
      let columns = ["key", "label", "says", "value", "read"].map(said)
      text += "| \(columns.joined(separator: " | ")) |\n|\(columns.map { _ in "---|" }.joined())\n"
      for key in CharterKey.all where key.block == block {
        let cells = [
          "`\(key.name)`", key.label(in: language), key.meaning(in: language), key.value(in: language),
          ([key.readBy(in: language)] + key.rows.map { row($0) }).joined(separator: "; "),
        ]
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
    }
    text += "\n## \(said("told"))\n\n"
    for section in CharterKey.Section.allCases {
      let heading = CharterKey.said("explain.heading.\(section.rawValue)", in: language) ?? section.rawValue
      text += "- \(heading): \(section.blocks.map { "`\($0)`" }.joined(separator: ", "))\n"
    }
    return text
  }
}
