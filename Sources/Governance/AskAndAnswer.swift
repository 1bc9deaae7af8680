public import Kernel
public import Store

extension Request {
  /// Sends a request on to the area, network or body that can answer it (R47).
  ///
  /// - Returns: the new version.
  /// - Throws: a `Refusal` where nobody of that name is known, or the request no longer waits for an answer.
  @discardableResult
  public static func route(
    _ id: ID, to competent: String, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard intent.capacity == .secretariat else {
      throw Refusal("not-allowed", "\(intent.capacity) may not route a request; the secretariat does")
    }
    var (request, version) = try known(id, connection)
    guard request.state == .open || request.state == .considered else {
      throw Refusal(
        "no-move", "request \(id) is \(request.state.rawValue); only one that waits for an answer is routed")
    }
    let there: Int? = try connection.value(
      """
      SELECT (SELECT count(*) FROM body WHERE id = \(competent)) + (SELECT count(*) FROM area WHERE id = \(competent))
      + (SELECT count(*) FROM partner WHERE id = \(competent))
      """)
    guard there ?? 0 > 0 else {
      throw Refusal(
        "dangling-reference",
        "there is no body, area or partner \u{201C}\(competent.prefix(60))\u{201D} to route the request to",
        field: "routed_to")
    }
    request.routedTo = competent
    return try Journal(connection, stamp).append(request, intent, after: version)
  }

  /// Records an answer and closes the request it answers, together.
  ///
  /// - Throws: a `Refusal` for a request that waits for none, an answer that names neither document nor session nor
  ///   text, or one dated before it was asked.
  public static func answer(
    with answer: Answer, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws {
    let (request, version) = try known(answer.request, connection)
    let answered = try request.moved(by: "answer", as: intent.capacity)
    guard answer.document != nil || answer.session != nil || answer.text != nil else {
      throw Refusal("empty", "an answer names a document, a session or its text", field: "document")
    }
    if let asked = request.date, let given = answer.date, given.last < asked.first {
      throw Refusal(
        "before-asked", "an answer of \(given) cannot answer what was asked on \(asked)", field: "date")
    }
    let journal = try Journal(connection, stamp)
    try journal.append(answer, intent)
    try journal.append(answered, intent, after: version)
  }

  private static func known(_ id: ID, _ connection: any Connection) throws -> (request: Request, version: Int)
  {
    guard let request = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no request \u{201C}\(id)\u{201D}")
    }
    return (request, version)
  }
}
