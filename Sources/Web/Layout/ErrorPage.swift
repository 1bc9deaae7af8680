public import Markup
public import Telling

/// What is shown where a page cannot be: one sentence, nothing of the inside.
public struct ErrorPage: PageView {
  public enum Reason: String, CaseIterable, Sendable {
    case notFound = "not-found"
    /// A record that is there, and did not hold on the day that was asked for.
    case notThen = "not-then"
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
  /// The same page as of today, where there is one.
  public var today: Link?

  public init(reason: Reason, detail: Said? = nil, reference: String? = nil, today: Link? = nil) {
    self.reason = reason
    self.detail = detail
    self.reference = reference
    self.today = today
  }

  public func title(on page: Page) -> Said { Said(page.words.term("error", reason.rawValue)) }

  public func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words.term("error.means", reason.rawValue))))\
      <div class="stack">\(detail.map { "<p>\(page.said($0))</p>" as HTML })\
      \(reference.map { "<p class=\"m\">\(words["error.reference"]) <bdi dir=\"ltr\">\($0)</bdi></p>" as HTML })\
      \(today.map { "<p><a class=\"btn\"\(href: $0)>\(words["error.today"])</a></p>" as HTML })\
      <p><a class="btn alt"\(href: page.link(.home))>\(words["error.home"])</a></p></div>
      """
  }
}
