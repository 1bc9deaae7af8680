public import Governance
public import Kernel

extension FormationLack {
  /// What is missing, as the refusal says it, in the reader's language.
  public func sentence(in language: Language) -> String {
    let words = Words.of(language)
    var values = values
    for key in ["earlier", "later"] { values[key] = values[key].map { words.term("formation-step", $0) } }
    return words["lack.\(code.rawValue)", values]
  }
}
