public import Kernel

/// A verb that makes a record: what someone gives becomes the record, which is then held to what its kind asks of every new
/// one. A vote is made so, a motion, an allocation.
public struct Making<Subject: Record, Inputs: VerbInputs>: Sendable {
  public let name: String
  public let keeping: Keeping<Subject>
  public let may: Right
  public let basis: BasisRule
  let make: @Sendable (Inputs, Occasion) throws -> Subject
  let then: (@Sendable (Subject, Inputs, Occasion) throws -> Void)?

  /// - Parameter may: who may make one so; nil is whoever may add one.
  public init(
    _ name: String, asking inputs: Inputs.Type = Inputs.self, under keeping: Keeping<Subject>,
    may: Right? = nil, basis: BasisRule = .welcome,
    then: (@Sendable (Subject, Inputs, Occasion) throws -> Void)? = nil,
    make: @escaping @Sendable (Inputs, Occasion) throws -> Subject
  ) {
    self.name = name
    self.keeping = keeping
    self.may = may ?? keeping.mayAdd
    self.basis = basis
    self.make = make
    self.then = then
  }

  @discardableResult
  public func carryOut(_ inputs: Inputs, _ occasion: Occasion) throws -> Done<Subject> {
    occasion.verb = name
    occasion.holdsFrom = inputs.day ?? occasion.today
    let record = try make(inputs, occasion)
    try basis.refuseGroundless(name, occasion)
    let done = try keeping.add(record, occasion, as: name, may: may, on: inputs.day)
    try then?(record, inputs, occasion)
    return done
  }
}
