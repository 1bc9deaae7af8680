internal import Markup

/// What is shown where a page cannot be: one sentence, nothing of the inside.
struct ErrorPage: PageView {
  enum Reason: String, CaseIterable, Sendable {
    case notFound = "not-found"
    /// The address asks for something it cannot mean: a date that is none.
    case refused
    case notAllowed = "not-allowed"
    case busy
    case failed
  }
  var reason: Reason
  /// A sentence that says more: which part of the address was refused.
  var detail: Said?
  /// The number under which a failure is logged.
  var reference: String?

  func title(on page: Page) -> Said { Said(page.words.term("error", reason.rawValue)) }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words.term("error.means", reason.rawValue))))\
      <div class="stack">\(detail.map { "<p>\(page.said($0))</p>" as HTML })\
      \(reference.map { "<p class=\"m\">\(words["error.reference"]) <bdi dir=\"ltr\">\($0)</bdi></p>" as HTML })\
      <p><a class="btn alt"\(href: page.link(.home))>\(words["error.home"])</a></p></div>
      """
  }
}
