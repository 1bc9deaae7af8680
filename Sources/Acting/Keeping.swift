public import Kernel
internal import Store

/// What is asked of a whole record when it is added, corrected, taken back or erased: the verbs that every kind has. A file
/// brings whole records, so this is also what every row of a file is held to.
public struct Keeping<Subject: Record>: Sendable {
  public let mayAdd: Right
  public let mayCorrect: Right
  public let mayTakeBack: Right
  let rules: @Sendable (Subject, _ before: Subject?, Occasion) throws -> [Refusal]
  /// What is written beside the record, after it.
  public let then: @Sendable (Subject, _ before: Subject?, Occasion) throws -> Void

  /// - Parameters:
  ///   - rules: what stands against the record as it is to be; `before` is what it was, nil for a new one.
  ///   - then: what is written beside the record, after it.
  public init(
    _ subject: Subject.Type = Subject.self, add: Right = .secretariat, correct: Right = .secretariat,
    takeBack: Right = .secretariat,
    rules: @escaping @Sendable (Subject, _ before: Subject?, Occasion) throws -> [Refusal] = { _, _, _ in []
    },
    then: @escaping @Sendable (Subject, _ before: Subject?, Occasion) throws -> Void = { _, _, _ in }
  ) {
    mayAdd = add
    mayCorrect = correct
    mayTakeBack = takeBack
    self.then = then
    self.rules = rules
  }

  /// Everything that stands against a record from whoever acts: the right, the state, the rules of its kind.
  ///
  /// - Parameters:
  ///   - right: asked instead of that to add or correct.
  ///   - day: from which it holds, for the charter that gives the right; nil is today.
  public func refusals(
    of record: Subject, before: Subject?, _ occasion: Occasion, may right: Right? = nil, on day: Day? = nil
  ) throws -> [Refusal] {
    do {
      try holders(right ?? (before == nil ? mayAdd : mayCorrect), of: before ?? record, occasion, on: day)
        .refuseOthers(
          than: occasion.capacity, occasion.verb, "\(Subject.kind) \(record.id)")
    } catch let refusal as Refusal { return [refusal] }
    if before == nil, try occasion.connection.wasTakenBack(record.id) {
      return [
        Refusal(
          "already-there.taken-back", ["kind": "\(Subject.kind)", "record": "\(record.id)"], field: "id")
      ]
    }
    if let before, let refusal = Self.refusal(ofMoving: before, to: record) { return [refusal] }
    return try rules(record, before, occasion)
  }

  /// Whether whoever acts could bring any record of the kind, new or corrected.
  public func mayBring(_ occasion: Occasion) throws -> Bool {
    try [mayAdd, mayCorrect].contains {
      try holders($0, of: nil, occasion).include(occasion.capacity)
    }
  }

  func holders(
    _ right: Right, of record: Subject?, _ occasion: Occasion, on day: Day? = nil
  ) throws -> Holders {
    try right.holders(
      Matter(
        field: record.map { record in { Subject.schema.words(of: $0, in: record) } }, input: { _ in nil },
        charter: occasion.charter(on: day ?? occasion.today), connection: occasion.connection))
  }

  /// A record goes from state to state by a verb that asks what must hold; correcting it is none of them.
  private static func refusal(ofMoving before: Subject, to after: Subject) -> Refusal? {
    guard Subject.self is any Moving.Type else { return nil }
    let was = Subject.schema.words(of: "state", in: before)
    guard was != Subject.schema.words(of: "state", in: after) else { return nil }
    return Refusal(
      "own-verb", ["kind": "\(Subject.kind)", "record": "\(before.id)", "state": .text(was.joined())],
      field: "state")
  }
}

/// The names of the verbs that every kind has.
public enum Keeps {
  public static let add = "add"
  public static let correct = "correct"
  /// The record was a mistake: it is in no list any more, and its history says so.
  public static let takeBack = Journal.takingBack
  /// What not everyone may see of it is gone for good. Only kinds that have such a thing have the verb.
  public static let erase = "erase"
  public static let all = [add, correct, takeBack, erase]
}

extension Keeping {
  /// Adds a record.
  @discardableResult
  public func add(
    _ record: Subject, _ occasion: Occasion, as verb: String = Keeps.add, may right: Right? = nil,
    on day: Day? = nil
  ) throws -> Done<Subject> {
    occasion.verb = verb
    if let refusal = record.refusals.first { throw refusal }
    if let refusal = try refusals(of: record, before: nil, occasion, may: right, on: day).first {
      throw refusal
    }
    if let missing = try occasion.connection.missingReferences(of: record).first { throw missing.refusal }
    let version = try occasion.write(record, verb)
    try then(record, nil, occasion)
    return Done(record: record, version: version)
  }

  /// Puts a record right that was written down wrongly. Its state stays: that is for its verbs.
  @discardableResult
  public func correct(_ record: Subject, _ occasion: Occasion, seen: Int? = nil) throws -> Done<Subject> {
    occasion.verb = Keeps.correct
    let (before, version) = try occasion.connection.found(record.id, seen: seen)
    if let refusal = try refusals(of: record, before: before, occasion).first { throw refusal }
    try BasisRule.required.refuseGroundless(Keeps.correct, occasion)
    if let missing = try occasion.connection.missingReferences(of: record).first { throw missing.refusal }
    let written = try occasion.write(record, Keeps.correct, after: version)
    try then(record, before, occasion)
    return Done(record: record, version: written)
  }

  /// Takes a record back that should never have been made. Others that refer to it stand in the way.
  @discardableResult
  public func takeBack(
    _ id: Subject.ID, _ occasion: Occasion, seen: Int? = nil, among kinds: [any Record.Type]
  ) throws -> Done<Subject> {
    occasion.verb = Keeps.takeBack
    let (record, version) = try occasion.connection.found(id, seen: seen)
    try holders(mayTakeBack, of: record, occasion).refuseOthers(
      than: occasion.capacity, Keeps.takeBack, "\(Subject.kind) \(id)")
    try BasisRule.required.refuseGroundless(Keeps.takeBack, occasion)
    if let referrer = try occasion.connection.referrer(to: id, among: kinds) {
      throw Refusal(
        "referred-to", ["referrer": "\(referrer)", "kind": "\(Subject.kind)", "record": "\(id)"], field: "id")
    }
    return Done(record: record, version: try occasion.takeBack(record, after: version))
  }
}
