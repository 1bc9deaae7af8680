public import Markup
public import Telling

/// What is shown where a page cannot be: one sentence, nothing of the inside.
public struct ErrorPage: PageView {
  public enum Reason: String, CaseIterable, Sendable {
    case notFound = "not-found"
    /// The address asks for something it cannot mean: a date that is none.
    case refused
    case notAllowed = "not-allowed"
    case busy
    case failed
  }
  public var reason: Reason
  /// A sentence that says more: which part of the address was refused.
  public var detail: Said?
  /// The number under which a failure is logged.
  public var reference: String?

  public init(reason: Reason, detail: Said? = nil, reference: String? = nil) {
    self.reason = reason
    self.detail = detail
    self.reference = reference
  }

  public func title(on page: Page) -> Said { Said(page.words.term("error", reason.rawValue)) }

  public func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words.term("error.means", reason.rawValue))))\
      <div class="stack">\(detail.map { "<p>\(page.said($0))</p>" as HTML })\
      \(reference.map { "<p class=\"m\">\(words["error.reference"]) <bdi dir=\"ltr\">\($0)</bdi></p>" as HTML })\
      <p><a class="btn alt"\(href: page.link(.home))>\(words["error.home"])</a></p></div>
      """
  }
}
