internal import HTTPTypes
internal import Synchronization
public import Kernel

/// Answers kept until the next act: between two acts, and on one day, the same question has the same answer to the
/// byte. So a page that many read at once, the day a report is due, is made once.
public final class ReplyBook: Sendable {
  /// What an answer depends on beside the records.
  public struct Question: Hashable, Sendable {
    public let address: String
    /// Nobody is given what was made for somebody else.
    public let viewer: Viewer
    public let language: String
    public let today: String

    public init(address: String, viewer: Viewer, language: String, today: String) {
      self.address = address
      self.viewer = viewer
      self.language = language
      self.today = today
    }
  }
  private struct Kept {
    var head = 0
    var bytes = 0
    var replies: [Question: Reply] = [:]
  }
  private let kept = Mutex(Kept())
  /// All answers together; beyond it they are let go of and made anew.
  private static let most = 16 << 20
  /// Longer addresses than a page of ours has are not worth keeping.
  private static let longest = 500

  public func reply(to question: Question, at head: Int) -> Reply? {
    kept.withLock { $0.head == head ? $0.replies[question] : nil }
  }

  /// Keeps an answer that was made after the act `head`, and before any other was seen.
  public func keep(_ reply: Reply, to question: Question, at head: Int) {
    guard reply.status == .ok, reply.rest == nil, question.address.utf8.count <= Self.longest,
      reply.body.count < Self.most / 8
    else {
      return
    }
    kept.withLock { kept in
      if head > kept.head { kept = Kept(head: head) }
      guard head == kept.head, kept.replies[question] == nil else { return }
      if kept.bytes + reply.body.count > Self.most { kept = Kept(head: head) }
      kept.replies[question] = reply
      kept.bytes += reply.body.count
    }
  }
}
