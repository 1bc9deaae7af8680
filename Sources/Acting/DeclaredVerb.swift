public import Kernel
internal import Store

/// A verb whose types are forgotten, so that all verbs stand in one list: what it is, who is offered it, and doing it with
/// what a person or a program gives as text.
public protocol DeclaredVerb: Sendable {
  /// The kind of record it is about.
  var kind: String { get }
  var name: String { get }
  var from: [String] { get }
  var to: String? { get }
  var may: Right { get }
  var basis: BasisRule { get }
  var inputs: [InputDescription] { get }
  /// Whether it makes a new record; else it needs the id of one.
  var makes: Bool { get }
  /// Those who may do it to a record in the state it is in: nobody where the state does not let anyone.
  ///
  /// - Parameter id: nil asks who could make a new one.
  func holders(on id: String?, _ occasion: Occasion) throws -> Holders
  func carryOut(on id: String?, _ given: Given, _ occasion: Occasion, seen: Int?) throws -> Made
}

/// One thing that a verb asks for.
public struct InputDescription: Sendable, Hashable {
  public let name: String
  public let shape: Shape
  /// The columns it takes as cells: a text in several languages takes one for each.
  public let cells: [String]
  public var isRequired: Bool {
    if case .list = shape { false } else { !shape.isOptional }
  }
}

/// What a verb wrote.
public struct Made: Sendable, Hashable {
  public let kind: String
  public let id: String
  public let version: Int
}

/// What is given with a verb: cells by their heading, as a file or a command line brings them, or a JSON object.
public enum Given: Sendable {
  case cells([String: String])
  case json([UInt8])

  public static let nothing = Given.cells([:])

  /// - Throws: a `Refusal` for a name that nothing has, a value that does not fit, or one that is asked for and missing.
  func read<Whole>(as schema: Schema<Whole>) throws -> Whole {
    do { return try whole(of: schema) } catch let refusal as Refusal
      where ["missing", "no-original"].contains(refusal.code)
    {
      let columns = schema.inputs.first { $0.name == refusal.field }?.cells ?? []
      guard !columns.isEmpty else { throw refusal }
      throw Refusal(
        code: refusal.code,
        Phrase("refusal.give-as", ["refusal": .phrase(refusal.phrase), "columns": .list(columns)]),
        field: refusal.field)
    }
  }

  private func whole<Whole>(of schema: Schema<Whole>) throws -> Whole {
    switch self {
    case .json(let bytes): return try JSONReader.read(bytes) { try schema.whole(from: &$0) }
    case .cells(let cells):
      let known = schema.headings()
      if let unknown = cells.keys.sorted().first(where: { !known.contains($0) }) {
        let place: [String: Phrase.Value] = ["name": "\(unknown.prefix(60))"]
        throw known.isEmpty
          ? Refusal("unknown-field.set-none", place, field: unknown)
          : Refusal("unknown-field.set", place.merging(["known": .list(known)]) { $1 }, field: unknown)
      }
      let headings = known.filter { cells[$0] != nil }
      return try schema.whole(
        from: Cells(headings: headings, cells: headings.map { cells[$0] ?? "" }))
    }
  }
}

extension Schema {
  /// The fields as something to ask for.
  var inputs: [InputDescription] {
    fields.map { InputDescription(name: $0.name, shape: $0.shape(), cells: $0.headings) }
  }
}

extension Verb: DeclaredVerb {
  public var kind: String { Subject.kind }
  public var inputs: [InputDescription] { Inputs.schema.inputs }
  public var makes: Bool { false }

  public func holders(on id: String?, _ occasion: Occasion) throws -> Holders {
    guard let id, let record = try occasion.connection.one(Subject.ID(id)), fits(record) else {
      return Holders([])
    }
    return try holders(of: record, nil, occasion)
  }

  public func carryOut(
    on id: String?, _ given: Given, _ occasion: Occasion, seen: Int?
  ) throws -> Made {
    guard let id else {
      throw Refusal("no-id", ["kind": "\(Subject.kind)", "verb": .text(name)], field: "id")
    }
    let done = try carryOut(on: .init(id), given.read(as: Inputs.schema), occasion, seen: seen)
    return Made(kind: Subject.kind, id: id, version: done.version)
  }
}

extension Making: DeclaredVerb {
  public var kind: String { Subject.kind }
  public var from: [String] { [] }
  public var to: String? { nil }
  public var inputs: [InputDescription] { Inputs.schema.inputs }
  public var makes: Bool { true }

  public func holders(on id: String?, _ occasion: Occasion) throws -> Holders {
    id == nil ? try keeping.holders(may, of: nil, occasion) : Holders([])
  }

  public func carryOut(
    on id: String?, _ given: Given, _ occasion: Occasion, seen: Int?
  ) throws -> Made {
    guard id == nil else {
      throw Refusal("makes-new", ["verb": .text(name), "kind": "\(Subject.kind)"], field: "id")
    }
    let done = try carryOut(given.read(as: Inputs.schema), occasion)
    return Made(kind: Subject.kind, id: done.record.id.text, version: done.version)
  }
}
