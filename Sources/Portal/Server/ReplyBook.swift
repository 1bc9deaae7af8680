internal import HTTPTypes
internal import Synchronization

/// Answers kept until the next act: between two acts, and on one day, the same question has the same answer to the
/// byte. So a page that many read at once, the day a report is due, is made once.
final class ReplyBook: Sendable {
  /// What an answer depends on beside the records.
  struct Question: Hashable, Sendable {
    let address: String
    let language: String
    let today: String
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

  func reply(to question: Question, at head: Int) -> Reply? {
    kept.withLock { $0.head == head ? $0.replies[question] : nil }
  }

  /// Keeps an answer that was made after the act `head`, and before any other was seen.
  func keep(_ reply: Reply, to question: Question, at head: Int) {
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
