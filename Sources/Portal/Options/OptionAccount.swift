internal import Charters
internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The comparison as a paper: the table of answers and the account in sentences, without menus and charts, so that a
/// word processor can take it in.
struct OptionAccount {
  let study: OptionStudy
  let language: Language

  private var words: Words { Words.of(language) }
  private var teller: OptionTeller { study.teller(in: language) }
  private var options: [Consequences] { study.comparison.options }

  func html() -> HTML {
    let sentences = study.narrative
    return """
      <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title></head><body>\
      <h1>\(title)</h1>\(options, { "<p>\(self.teller.title($0))</p>" })\
      <table><thead><tr><th>\(words["options.column"])</th>\(options, { "<th>\($0.number)</th>" })</tr></thead><tbody>\
      \(OptionTable.questions + OptionTable.ofTheWhole, row)</tbody></table>\
      <h2>\(words["options.account"])</h2>\
      \(options, { option in
        """
        <h3>\(self.teller.title(option))</h3>\
        \(sentences.filter { $0.option == option.option }, { "<p>\($0.text.text(in: self.language).text)</p>" })
        """
      })</body></html>
      """
  }

  private var title: String {
    words[
      "options.heading",
      [
        "charter": "\(study.comparison.charter) \(study.comparison.edition)",
        "date": words.date(study.comparison.asOf),
        "phase": study.comparison.phase.map { words.term("phase", $0) } ?? words["figure.notStated"],
      ]]
  }

  /// A question with what each option answers; several answers stand below each other, each under its parts.
  private func row(_ question: Question) -> HTML {
    """
    <tr><th>\(words.term("question", question.rawValue))</th>\
    \(options, { "<td>\(self.answers(to: question, of: $0))</td>" })</tr>
    """
  }

  private func answers(to question: Question, of option: Consequences) -> HTML {
    if OptionTable.ofTheWhole.contains(question) {
      return "\(option.cell(question).map { "<p>\(teller.answer($0))</p>" as HTML })"
    }
    let groups = option.answers(to: question)
    func scope(_ group: AnswerGroup) -> HTML? {
      guard groups.count > 1 else { return nil }
      return "<em>\(teller.parts(group.parts, of: option.realParts.count))</em><br>"
    }
    return "\(groups, { "<p>\(scope($0))\(self.teller.answer($0.cell))</p>" })"
  }
}
