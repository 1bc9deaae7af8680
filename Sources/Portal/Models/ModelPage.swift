internal import Charters
internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// One model: its charter in sentences, its numbers, its sources.
struct ModelPage: PageView {
  struct Number: Sendable {
    var text: Said
    /// With its unit, in the reader's language.
    var value: String
    var sources: [String]
    /// How exact, how sure; empty where there is no doubt.
    var doubt: [String]
  }
  struct Source: Sendable {
    var id: String
    /// Nil for a paragraph of the founding note.
    var title: String?
    var publisher: String?
    var address: String?
  }
  var id: String
  var name: Said
  var edition: String
  var goal: Said
  var sections: [CharterExplanation.Section]
  var numbers: [Number]
  var sources: [Source]

  func title(on page: Page) -> Said { name }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.models"]), .models)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(name, goal, "<bdi dir=\"ltr\">\(id) \(edition)</bdi>"))\
      \(sections, { section in
        page.section(
          section.heading, "<ul class=\"bare\">\(items(section.sentences, page))</ul>")
      })\
      \(numbers.isEmpty ? nil : page.section(
        words["models.numbers"], hint: words["models.numbers.hint"], id: "numbers", wide: true,
        page.table(numberTable(page))))\
      \(page.section(
        words["models.sources"], hint: words["models.sources.hint"],
        "<ul class=\"bare\">\(sources, { "<li\(attribute: "id", $0.id)>\(source($0, page))</li>" })</ul>"))
      """
  }

  /// Sentences, each with a list of what else is said of the same thing.
  private func items(_ sentences: [CharterExplanation.Sentence], _ page: Page) -> HTML {
    let items = sentences.map { told -> HTML in
      let details: HTML? = told.details.isEmpty ? nil : "<ul>\(self.items(told.details, page))</ul>"
      return "<li>\(sentence(told, page))\(details)</li>"
    }
    return "\(items)"
  }

  private func sentence(_ sentence: CharterExplanation.Sentence, _ page: Page) -> HTML {
    let words = page.words
    let waiting: HTML? = sentence.isWaiting ? " \(page.mark(words["explain.waiting"]))" : nil
    let place: HTML =
      sentence.source.isEmpty
      ? sentence.line > 0 ? "\(words["explain.atLine", ["line": String(sentence.line)]])" : ""
      : page.modelSources(sentence.source, of: id, onItsPage: true)
    let basis: HTML? =
      sentence.basis == .stated ? nil : " \(page.mark(words.term("basis", sentence.basis.rawValue)))"
    return "\(sentence.text) <span class=\"src\">\(place)</span>\(basis)\(waiting)"
  }

  private func numberTable(_ page: Page) -> TableView {
    let words = page.words
    return TableView(
      words["models.numbers"], remark: words.count("count.number", numbers.count), repeatsHeading: true,
      columns: [.init(words["models.what"]), .init(words["models.value"]), .init(words["column.source"])],
      rows: numbers.map { number in
        [
          page.said(number.text), "\(number.value)\(number.doubt, { " \(page.mark($0))" })",
          "<span class=\"src\">\(page.modelSources(number.sources, of: id, onItsPage: true))</span>",
        ]
      })
  }

  private func source(_ source: Source, _ page: Page) -> HTML {
    let label = SourceRef(source.id).label
    guard let title = source.title else {
      return "<b>\(label)</b> \(page.words["models.paragraph"])"
    }
    let linked: HTML =
      source.address.flatMap { Link(elsewhere: $0) }.map { "<a\(href: $0)>\(title)</a>" } ?? "\(title)"
    return """
      <b>\(label)</b> \(linked)\(source.publisher.map { "<span class=\"m\">, \($0)</span>" as HTML })
      """
  }
}
