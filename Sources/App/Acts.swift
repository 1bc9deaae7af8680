public import Acting
internal import Governance
public import Kernel
internal import Store

/// Everything that changes a record goes through here: a verb, done by someone in a capacity, in one transaction.
extension Partnership {
  /// What was done, or would be.
  public struct Outcome: Sendable {
    public let made: Made
    /// What can be done with the record next, and by whom.
    public let next: [Offer]
    /// The records that changed, the one that the verb is about among them, and rights; a preview notes reports as well.
    public fileprivate(set) var moved: Moved
  }

  /// Does a verb.
  ///
  /// - Parameters:
  ///   - id: of the record; nil for a verb that makes one.
  ///   - seen: the version that whoever acts had before them.
  ///   - preview: where given, all of it is done and told, what it moves is noted there, and nothing is kept.
  public func act(
    _ verb: String, of kind: any Record.Type, on id: String?, giving given: Given, seen: Int? = nil,
    _ intent: Intent, preview: Preview? = nil
  ) async throws -> Outcome {
    let isKept = preview == nil
    var outcome = try await acting(intent, preview: preview) { occasion in
      let before = try isKept ? Standing(occasion, withReports: false) : nil
      let made = try Capabilities.verbs.carryOut(
        verb, of: kind.kind, on: id, given, occasion, seen: seen)
      return Outcome(
        made: made, next: try Capabilities.verbs.offers(on: made.id, of: made.kind, occasion),
        moved: try before?.moved() ?? Moved())
    }
    if let preview { outcome.moved = preview.moved }
    if isKept, verb == Keeps.erase { try await overwriteErased("\(kind.kind) \(outcome.made.id)") }
    return outcome
  }

  /// What can be done with a record or, without an id, with a kind: for everyone, or for one capacity.
  public func offers(
    to capacity: Capacity?, on id: String?, of kind: any Record.Type, on day: Day
  ) async throws -> [Offer] {
    try await database.read { connection in
      let intent = Intent("", by: "", as: capacity ?? .secretariat)
      let occasion = Occasion(intent, under: CharterBook(), today: day, connection)
      func exists<R: Record>(_ type: R.Type, _ id: String) throws -> Bool {
        try connection.one(R.ID(id)) != nil
      }
      if let id, try !exists(kind, id) {
        throw Refusal("not-found", ["kind": .text(kind.kind), "id": "\(id.prefix(60))"])
      }
      let offers = try Capabilities.verbs.offers(on: id, of: kind.kind, occasion)
      return capacity.map { capacity in offers.filter { $0.holders.include(capacity) } } ?? offers
    }
  }

  /// Which verbs a capacity may do to a record, for many questions at once.
  public func answers(to questions: [QuestionOfRights], on day: Day) async throws -> [[String]] {
    try await database.read { connection in
      let book = CharterBook()
      return try questions.map { question in
        let occasion = Occasion(
          Intent("", by: "", as: question.capacity), under: book, today: day, connection)
        return try Capabilities.verbs.offered(
          to: question.capacity, on: question.id, of: question.kind, occasion
        ).map(\.name)
      }
    }
  }
}

/// Whether someone in a capacity may do what to one record.
public struct QuestionOfRights: Sendable {
  public let kind: String
  public let id: String
  public let capacity: Capacity

  /// A file with `KIND ID CAPACITY` on each line.
  public static func read(_ path: String) throws -> [QuestionOfRights] {
    let text = String(decoding: try CharterShelf.read(file: path), as: UTF8.self)
    return try text.split(separator: "\n").enumerated().map { index, line in
      do {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 3 else {
          throw Refusal("question")
        }
        return QuestionOfRights(
          kind: try Capabilities.kind(words[0]).kind, id: words[1], capacity: try Capacity(givenBy: words[2]))
      } catch var refusal as Refusal {
        refusal.file = path
        refusal.line = index + 1
        throw refusal
      }
    }
  }
}
