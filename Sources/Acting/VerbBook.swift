public import Kernel
internal import Synchronization

/// A keeping whose kind is forgotten.
public protocol DeclaredKeeping: Sendable {
  var kind: String { get }
  func verbs(among kinds: [any Record.Type]) -> [any DeclaredVerb]
}

extension Keeping: DeclaredKeeping {
  public var kind: String { Subject.kind }
  public func verbs(among kinds: [any Record.Type]) -> [any DeclaredVerb] {
    [
      KeepingVerb(action: .add, keeping: self, kinds: kinds),
      KeepingVerb(action: .correct, keeping: self, kinds: kinds),
      KeepingVerb(action: .takeBack, keeping: self, kinds: kinds),
    ] + (Subject.isSealed ? [KeepingVerb(action: .erase, keeping: self, kinds: kinds)] : [])
  }
}

/// The one list of everything that can be done.
public struct VerbBook: Sendable {
  public let records: [any Record.Type]
  let contents: Contents

  public init(_ capabilities: [Capability]) {
    records = capabilities.flatMap(\.records)
    contents = Contents(capabilities)
  }

  /// Kind by kind in the order of the records: its own verbs, then those that every kind has.
  public var verbs: [any DeclaredVerb] { contents.made.verbs }

  public func verbs(of kind: String) -> [any DeclaredVerb] { contents.made.byKind[kind] ?? [] }

  /// - Throws: a `Refusal` that lists what can be done with the kind.
  public func verb(_ name: String, of kind: String) throws -> any DeclaredVerb {
    if let verb = verbs(of: kind).first(where: { $0.name == name }) { return verb }
    throw Refusal(
      "unknown-verb",
      ["verb": "\(name.prefix(60))", "kind": .text(kind), "known": .list(verbs(of: kind).map(\.name))],
      field: "verb")
  }

  /// Does a verb by its name. Where the state does not let it, what can be done from there is named.
  public func carryOut(
    _ name: String, of kind: String, on id: String?, _ given: Given, _ occasion: Occasion, seen: Int? = nil
  ) throws -> Made {
    let verb = try verb(name, of: kind)
    do { return try verb.carryOut(on: id, given, occasion, seen: seen) } catch let refusal as Refusal
      where refusal.code == "no-move"
    {
      let possible = try offers(on: id, of: kind, occasion).map(\.verb.name)
        .filter { !Keeps.all.contains($0) }
      throw possible.isEmpty
        ? Refusal("no-move.nothing-else", ["refusal": .phrase(refusal.phrase)], field: refusal.field)
        : Refusal(
          "no-move.possible", ["refusal": .phrase(refusal.phrase), "possible": .list(possible)],
          field: refusal.field)
    }
  }

  /// What is asked of a new or corrected record of the kind.
  public func keeping<R: Record>(of type: R.Type) -> Keeping<R> {
    contents.made.keepings[R.kind] as? Keeping<R> ?? Keeping<R>()
  }

  /// What a capacity may do with a record as it stands or, without an id, make anew: exactly what would not be refused for
  /// who acts or for the state of the record.
  public func offered(
    to capacity: Capacity, on id: String?, of kind: String, _ occasion: Occasion
  ) throws -> [any DeclaredVerb] {
    try verbs(of: kind).filter { try $0.holders(on: id, occasion).include(capacity) }
  }
}

/// What a book holds, put together when it is first opened.
final class Contents: Sendable {
  struct Made: Sendable {
    var verbs: [any DeclaredVerb] = []
    var byKind: [String: [any DeclaredVerb]] = [:]
    var keepings: [String: any DeclaredKeeping] = [:]
    var references: [String: [RecordReference]] = [:]
  }
  private let capabilities: [Capability]
  private let kept = Mutex<Made?>(nil)

  init(_ capabilities: [Capability]) { self.capabilities = capabilities }

  var made: Made {
    kept.withLock { kept in
      if let kept { return kept }
      let made = Made(capabilities)
      kept = made
      return made
    }
  }
}

extension Contents.Made {
  fileprivate init(_ capabilities: [Capability]) {
    let records = capabilities.flatMap(\.records)
    references = RecordReference.table(of: records)
    for keeping in capabilities.flatMap(\.keepings) { keepings[keeping.kind] = keeping }
    func plain<R: Record>(_ type: R.Type) -> any DeclaredKeeping { Keeping<R>() }
    let own = Dictionary(grouping: capabilities.flatMap(\.verbs), by: \.kind)
    for type in records {
      let keeping = keepings[type.kind] ?? plain(type)
      keepings[type.kind] = keeping
      let ours = own[type.kind] ?? []
      // A kind may have a verb of its own for what every kind can be done to: a person is erased with more than the record.
      let all =
        ours + keeping.verbs(among: records).filter { verb in !ours.contains { $0.name == verb.name } }
      byKind[type.kind] = all
      verbs += all
    }
  }
}
