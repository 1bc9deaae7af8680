public import Acting
public import Kernel
public import Registry
internal import Store

// Bodies ask and answer; the secretariat writes it down for them.
extension Request {
  public static let submitting = Verb(
    "submit", on: Request.self, from: .proposed, to: .open, may: .secretariatOr(.member(.field("from_body"))))
  public static let considering = Verb(
    "consider", on: Request.self, from: .open, to: .considered,
    may: .secretariatOr(.member(.field("to_body"))))
  public static let withdrawing = Verb(
    "withdraw", on: Request.self, from: .proposed, .open, .considered, to: .withdrawn,
    may: .secretariatOr(.member(.field("from_body"))))

  /// Whoever can find the answer.
  public struct Competent: VerbInputs {
    /// A body, an area or a partner.
    public var to: String
    public init(to: String) { self.to = to }
    public static let schema = Schema("competent", Competent.init(to:), Field("to", \.to, .word))
  }

  /// Sends a request on to the area, network or body that can answer it (R47).
  ///
  /// Refused is a name that nobody bears.
  public static let routing = Verb<Request, Competent>(
    "route", on: Request.self, from: [.open, .considered], to: nil, may: .secretariat
  ) { request, inputs, occasion in
    let there: Int? = try occasion.connection.value(
      """
      SELECT (SELECT count(*) FROM body WHERE id = \(inputs.to)) + (SELECT count(*) FROM area WHERE id = \(inputs.to))
      + (SELECT count(*) FROM partner WHERE id = \(inputs.to))
      """)
    guard there ?? 0 > 0 else {
      throw Refusal("dangling-reference.route", ["to": "\(inputs.to.prefix(60))"], field: "routed_to")
    }
    request.routedTo = inputs.to
  }

  /// What came back.
  public struct Reply: VerbInputs {
    /// Of the answer; nil takes the request's with `-answer`.
    public var id: Answer.ID?
    /// Nil is the body that was asked.
    public var byBody: Body.ID?
    public var document: Document.ID?
    public var session: Session.ID?
    public var on: When?
    public var text: Translated?
    public var source: [String]

    public init(
      id: Answer.ID? = nil, byBody: Body.ID? = nil, document: Document.ID? = nil,
      session: Session.ID? = nil, on: When? = nil, text: Translated? = nil, source: [String] = []
    ) {
      self.id = id
      self.byBody = byBody
      self.document = document
      self.session = session
      self.on = on
      self.text = text
      self.source = source
    }
    public static let schema = Schema(
      "reply", Reply.init(id:byBody:document:session:on:text:source:),
      Field("id", \.id),
      Field("by_body", \.byBody),
      Field("document", \.document),
      Field("session", \.session),
      Field("on", \.on),
      Field("text", \.text),
      Field("source", \.source))
    public var day: Day? { on?.last }
  }

  /// Records an answer and closes the request it answers, together. The body that was asked may, and whoever the request
  /// was routed to.
  ///
  /// Refused are an answer that names neither document nor session nor text, and one dated before it was asked.
  public static let answering = Verb<Request, Reply>(
    "answer", on: Request.self, from: [.open, .considered], to: .answered,
    may: .secretariatOr(
      .member(.field("to_body")), .member(.field("routed_to")), .lead(.field("routed_to")),
      .focalPoint(.field("routed_to"))),
    then: { request, _, inputs, occasion in
      try occasion.write(
        Answer(
          id: inputs.id ?? .init("\(request.id)-answer"), request: request.id,
          byBody: inputs.byBody ?? request.toBody, document: inputs.document, session: inputs.session,
          status: "given", date: inputs.on ?? When(occasion.today), text: inputs.text,
          provenance: Provenance(inputs.source)), "answer")
    }
  ) { request, inputs, occasion in
    guard inputs.document != nil || inputs.session != nil || inputs.text != nil else {
      throw Refusal("empty", field: "document")
    }
    if let refusal = request.refusal(ofAnswerOn: inputs.on ?? When(occasion.today)) { throw refusal }
  }

  fileprivate func refusal(ofAnswerOn given: When?) -> Refusal? {
    guard let asked = date, let given, given.last < asked.first else { return nil }
    return Refusal("before-asked", ["given": "\(given)", "asked": "\(asked)"], field: "date")
  }

  static let verbs: [any DeclaredVerb] = [submitting, considering, routing, answering, withdrawing]
}

extension Answer {
  /// An answer of the past may be written down beside a request that is answered; one to a request that still waits
  /// closes it, and no answer is older than its question.
  static let keeping = Keeping(Answer.self) { answer, before, occasion in
    guard let request = try occasion.connection.one(answer.request) else { return [] }
    if let refusal = request.refusal(ofAnswerOn: answer.date) { return [refusal] }
    guard before == nil, [.open, .considered].contains(request.state) else { return [] }
    return [
      Refusal("own-verb.answer", ["request": "\(request.id)"], field: "request")
    ]
  }
}
