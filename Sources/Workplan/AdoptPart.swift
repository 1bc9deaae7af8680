public import Charters
public import Governance
public import Kernel
public import Registry
public import Store

extension DeliverablePart {
  /// A body brings a part to its next state, by a decision of its own.
  ///
  /// - Parameters:
  ///   - charter: says who brings a part to which state; see `PartAdoption`.
  ///   - number: of the decision, such as BC-11/15; nil where no source gives one.
  /// - Throws: a `Refusal` that says which body does.
  @discardableResult
  public static func move(
    _ id: ID, by move: String, of body: Body.ID, at session: Session.ID? = nil, number: String?,
    on date: When?,
    under charter: Charter, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard let part = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no part \u{201C}\(id)\u{201D}")
    }
    guard intent.capacity == .secretariat || intent.capacity == .member(of: body.text) else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not record a decision of \(body); its members and the secretariat do")
    }
    var moved = try part.moved(by: move, as: intent.capacity)
    guard let adoption = charter.partAdoption else {
      throw Refusal(
        "no-parts",
        "charter \(charter.label) adopts no document part by part; write deliverables: part-states and movers"
      )
    }
    let state = moved.state.rawValue
    guard adoption.lets(body.text, ofKind: charter.body(body.text)?.kind, bringTo: state) else {
      let movers = adoption.movers[state] ?? []
      throw Refusal(
        "not-the-decider",
        "\(body) does not bring a part to \(state); "
          + (movers.isEmpty ? "the charter knows no such state" : "\(movers.joined(separator: ", ")) does"),
        field: "body")
    }
    moved.body = body
    moved.session = session
    moved.decisionNumber = number
    moved.date = date
    return try Journal(connection, stamp).append(moved, intent, after: version)
  }
}

extension Connection {
  /// The parts of a document in the order of their numbers.
  public func parts(of document: Document.ID) throws -> [DeliverablePart] {
    try all(DeliverablePart.self, "WHERE document = \(document) ORDER BY number, id")
  }
}
