public import Kernel

/// What someone gives with a verb: a schema of its own, so that it is typed, validated, described and asked for in a form
/// like a record.
public protocol VerbInputs: Sendable {
  static var schema: Schema<Self> { get }
  /// The day from which what is done holds, where the verb asks for one.
  var day: Day? { get }
}

extension VerbInputs {
  public var day: Day? { nil }
}

/// Something that a person does to a record, declared once: from which states, to which, with what, who may, on which
/// ground, and what must hold. Command, API, form, preview and the table of rights follow from it.
public struct Verb<Subject: Record, Inputs: VerbInputs>: Sendable {
  public let name: String
  /// The states it starts from, by their words; empty where the record has none or all will do.
  public let from: [String]
  /// The state it leaves the record in; nil where that stays, or where what is done decides.
  public let to: String?
  public let may: Right
  public let basis: BasisRule
  let moved: @Sendable (inout Subject) -> Void
  let state: @Sendable (Subject) -> String?
  let work: @Sendable (inout Subject, Inputs, Occasion) throws -> Void
  let then: (@Sendable (Subject, Int, Inputs, Occasion) throws -> Void)?

  /// A verb that leaves the record's state alone.
  ///
  /// - Parameters:
  ///   - work: what must hold, and what changes. It writes nothing.
  ///   - then: what is written beside the record, after it.
  public init(
    _ name: String, on subject: Subject.Type, asking inputs: Inputs.Type = Inputs.self, may: Right,
    basis: BasisRule = .welcome,
    then: (@Sendable (Subject, Int, Inputs, Occasion) throws -> Void)? = nil,
    work: @escaping @Sendable (inout Subject, Inputs, Occasion) throws -> Void
  ) {
    self.name = name
    self.may = may
    self.basis = basis
    self.work = work
    self.then = then
    from = []
    to = nil
    moved = { _ in }
    state = { _ in nil }
  }
}

extension Verb where Subject: Moving {
  /// A verb that starts from some states and, with `to`, ends in one.
  public init(
    _ name: String, on subject: Subject.Type, from: [Subject.State], to: Subject.State?,
    asking inputs: Inputs.Type = Inputs.self, may: Right, basis: BasisRule = .welcome,
    then: (@Sendable (Subject, Int, Inputs, Occasion) throws -> Void)? = nil,
    work: @escaping @Sendable (inout Subject, Inputs, Occasion) throws -> Void
  ) {
    self.name = name
    self.from = from.map(\.rawValue)
    self.to = to?.rawValue
    self.may = may
    self.basis = basis
    self.work = work
    self.then = then
    moved = { record in if let to { record.state = to } }
    state = { $0.state.rawValue }
  }
}

extension Verb where Subject: Moving, Inputs == NoInputs {
  /// A move that asks for nothing but the next state.
  public init(
    _ name: String, on subject: Subject.Type, from: Subject.State..., to: Subject.State, may: Right,
    basis: BasisRule = .welcome
  ) {
    self.init(name, on: subject, from: from, to: to, may: may, basis: basis) { _, _, _ in }
  }
}

/// For verbs that ask for nothing.
public struct NoInputs: VerbInputs {
  public init() {}
  public static let schema = Schema("nothing", NoInputs.init)
}

/// For verbs that ask on which day what is done takes effect; today where nobody says.
public struct OnDay: VerbInputs {
  public var on: Day?
  public init(on: Day? = nil) { self.on = on }
  public static let schema = Schema("on-day", OnDay.init(on:), Field("on", \.on))
  public var day: Day? { on }
}
