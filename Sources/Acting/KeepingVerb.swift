internal import Kernel
internal import Store

/// Adding, correcting, taking back and erasing, as verbs in the list.
struct KeepingVerb<Subject: Record>: DeclaredVerb {
  enum Action: Sendable { case add, correct, takeBack, erase }
  let action: Action
  let keeping: Keeping<Subject>
  /// All kinds, to find what refers to a record.
  let kinds: [any Record.Type]

  var kind: String { Subject.kind }
  var name: String {
    switch action {
    case .add: Keeps.add
    case .correct: Keeps.correct
    case .takeBack: Keeps.takeBack
    case .erase: Keeps.erase
    }
  }
  var from: [String] { [] }
  var to: String? { nil }
  var may: Right {
    switch action {
    case .add: keeping.mayAdd
    case .correct: keeping.mayCorrect
    case .takeBack, .erase: keeping.mayTakeBack
    }
  }
  var basis: BasisRule { action == .add ? .welcome : .required }
  var inputs: [InputDescription] { [.takeBack, .erase].contains(action) ? [] : Subject.schema.inputs }
  var makes: Bool { action == .add }

  func holders(on id: String?, _ occasion: Occasion) throws -> Holders {
    guard let id else { return makes ? try keeping.holders(may, of: nil, occasion) : Holders([]) }
    guard !makes, let record = try occasion.connection.one(Subject.ID(id)) else { return Holders([]) }
    return try keeping.holders(may, of: record, occasion)
  }

  func carryOut(on id: String?, _ given: Given, _ occasion: Occasion, seen: Int?) throws -> Made {
    let done: Done<Subject>
    switch (action, id) {
    case (.add, nil):
      let record = try given.read(as: Subject.schema)
      done = try keeping.add(record, occasion)
    case (.add, _?):
      throw Refusal("makes-new.set", ["kind": "\(Subject.kind)"], field: "id")
    case (_, nil): throw Refusal("no-id", ["kind": "\(Subject.kind)", "verb": .text(name)], field: "id")
    case (.correct, let id?):
      let (record, _): (Subject, Int) = try occasion.connection.found(.init(id), seen: seen)
      done = try keeping.correct(given.put(over: record), occasion, seen: seen)
    case (.takeBack, let id?):
      done = try keeping.takeBack(.init(id), occasion, seen: seen, among: kinds)
    case (.erase, let id?):
      done = try keeping.erase(.init(id), occasion, seen: seen, among: kinds)
    }
    return Made(kind: Subject.kind, id: done.record.id.text, version: done.version)
  }
}

extension Given {
  /// A record with what is given in place of what it said; the rest stays.
  fileprivate func put<R: Record>(over record: R) throws -> R {
    let changed = try merged(over: record)
    guard changed.id == record.id else {
      throw Refusal("id.for-good", field: "id")
    }
    return changed
  }

  private func merged<R: Record>(over record: R) throws -> R {
    switch self {
    case .json(let bytes):
      // Members that are given take the place of those that stand.
      var members: [(String, [UInt8])] = []
      func take(_ text: [UInt8]) throws {
        try JSONReader.read(text) { json in
          try json.object { key, json in
            let range = try json.skip()
            members.removeAll { $0.0 == key }
            members.append((key, Array(json.bytes[range])))
          }
        }
      }
      try take(R.schema.json(record))
      try take(bytes)
      var json = JSONWriter()
      json.raw("{")
      for (index, member) in members.enumerated() {
        if index > 0 { json.raw(",") }
        json.write(member.0)
        json.raw(":")
        json.raw(member.1)
      }
      json.raw("}")
      return try JSONReader.read(json.bytes) { try R(json: &$0) }
    case .cells(let cells):
      let headings = R.schema.headings()
      var whole = Dictionary(
        zip(headings, R.schema.cells(record)), uniquingKeysWith: { first, _ in first })
      for (heading, cell) in cells { whole[heading] = cell }
      return try Given.cells(whole).read(as: R.schema)
    }
  }
}
