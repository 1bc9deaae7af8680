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
  /// All answers together, with their addresses and what keeping one takes; beyond it they are let go of and made anew.
  private static let most = 12 << 20
  /// What an answer takes beside its body and its address: the question, the headers, its place in the table. An estimate,
  /// which nobody measured.
  private static let overhead = 1024
  /// Longer addresses than a page of ours has are not worth keeping.
  private static let longest = 400

  private struct Wanted: Hashable {
    let question: Question
    let head: Int
  }
  private let making = Mutex<[Wanted: Task<Reply, any Error>]>([:])

  /// The answer that is kept, or else a new one. Who asks while it is made waits for it: after an act all who read the same
  /// page want it anew at the same moment, and it is made once.
  func answer(
    to question: Question, at head: Int, _ make: @escaping @Sendable () async throws -> Reply
  ) async throws -> Reply {
    if let known = reply(to: question, at: head) { return known }
    let wanted = Wanted(question: question, head: head)
    let task = making.withLock { making in
      if let known = making[wanted] { return known }
      let task = Task {
        defer { self.making.withLock { $0[wanted] = nil } }
        let reply = try await make()
        self.keep(reply, to: question, at: head)
        return reply
      }
      making[wanted] = task
      return task
    }
    return try await task.value
  }

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
      let size = reply.body.count + question.address.utf8.count + Self.overhead
      if kept.bytes + size > Self.most { kept = Kept(head: head) }
      kept.replies[question] = reply
      kept.bytes += size
    }
  }
}
