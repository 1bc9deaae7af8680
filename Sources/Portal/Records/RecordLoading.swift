internal import Acting
internal import Finance
internal import Governance
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Telling
internal import Web

extension Loading {
  func anyRecord(_ type: any Record.Type, _ id: String) throws -> RecordPage? { try record(type, id) }

  /// Any record, from its schema alone, with every act on it.
  private func record<R: Record>(_ type: R.Type, _ id: String) throws -> RecordPage? {
    guard let found = try one(R.ID(id)), found.isVisible(to: viewer) else { return nil }
    let acts = try connection.history(kind: R.kind, record: id)
    return RecordPage(
      kind: words.term("kind", R.kind), id: id, name: name(of: found),
      own: pages.own(R.kind, id).map { Linked(Said(words.term("kinds", R.kind)), $0) },
      related: try pages.additions(to: R.kind).flatMap { try $0.doors(self, id) }, facts: try facts(found),
      sections: try pages.additions(to: R.kind).compactMap { try $0.section(self, id) },
      namedBy: try namedBy(R.kind, id),
      history: try history(R.self, acts))
  }

  /// What a record is called: its name, title, text or purpose, or else its id.
  func name<R: Record>(of record: R) -> Said {
    for field in ["name", "title", "text", "purpose"] {
      if case .text(let said)? = try? value(of: field, in: record) { return said }
    }
    return Said(record.id.text)
  }

  /// The public fields that hold something, in their order.
  private func facts<R: Record>(_ record: R) throws -> [Fact] {
    try R.schema.fields.filter {
      R.schema.shows($0, of: record, to: viewer) && $0.name != "id" && $0.name != "provenance"
    }.compactMap {
      field in
      let value = try self.value(of: field.name, in: record)
      return value.map {
        Fact(words.term("field", field.name), $0, basis: field.name == "text" ? basis(of: record) : nil)
      }
    }
      + (basis(of: record).map {
        [
          Fact(
            words["field.provenance"], .text(Said(words.term("verification", $0.verification.rawValue))),
            basis: $0)
        ]
      } ?? [])
  }

  private func basis<R: Record>(of record: R) -> Basis? {
    guard let field = R.schema.fields.first(where: { $0.name == "provenance" }) else { return nil }
    var json = JSONWriter()
    field.writeValue(record, to: &json)
    return (try? JSONReader.read(json.bytes) { try Provenance(json: &$0) }).map { Basis($0) }
  }

  /// One field as a page shows it; nil where it holds nothing.
  private func value<R: Record>(of name: String, in record: R) throws -> Fact.Value? {
    guard let field = R.schema.fields.first(where: { $0.name == name }) else { return nil }
    var json = JSONWriter()
    field.writeValue(record, to: &json)
    return try JSONReader.read(json.bytes) { try self.value(of: field.shape(), &$0, name) }
  }

  private func value(of shape: Shape, _ json: inout JSONReader, _ name: String) throws -> Fact.Value? {
    switch shape {
    case .optional(let inner): return json.isNull() ? nil : try self.value(of: inner, &json, name)
    case .text:
      let text = try json.string()
      return text.isEmpty ? nil : .text(Said(text.isWord ? words.term(name, text) : text))
    case .code: return .text(Said(words.term(name, try json.string())))
    case .integer: return .code(words.number(Double(try json.integer())))
    case .real: return .code(words.number(try json.real()))
    case .flag: return .text(Said(words[try json.flag() ? "value.yes" : "value.no"]))
    case .day, .when: return .when(try When(json: &json))
    case .country: return .text(Said(CountryNames.shared.name(of: try json.string(), in: language)))
    case .reference(let kind):
      let id = try json.string()
      return .linked([try linked(kind, id)])
    case .map: return .text(said(try Translated(json: &json)))
    case .list(let element):
      var values: [Fact.Value] = []
      try json.list { if let value = try self.value(of: element, &$0, name) { values.append(value) } }
      return values.isEmpty ? nil : .list(values)
    case .object(let members, _): return try object(members, &json, name)
    }
  }

  private func object(_ members: [Shape.Member], _ json: inout JSONReader, _ name: String) throws -> Fact
    .Value?
  {
    switch members.map(\.name) {
    case ["since", "until"]:
      let period = try Period(json: &json)
      return period == Period() ? .notStated : .period(period)
    case let names where names.contains("unit"):
      return .figure(FigureView(name: words.term("field", name), try Figure(json: &json)))
    case let names where names.contains("minor"):
      let money = try Money(json: &json)
      return .code(words.amount(money.minor, money.currency))
    default:
      var values: [Fact.Value] = []
      try json.object { key, json in
        guard let member = members.first(where: { $0.name == key }) else { _ = try json.skip(); return }
        if let value = try self.value(of: member.shape, &json, key) { values.append(value) }
      }
      return values.isEmpty ? nil : .list(values)
    }
  }

  /// A record that another one names, by its name.
  func linked(_ kind: String, _ id: String) throws -> Linked {
    Linked(try name(ofRecord: kind, id), .record(kind: kind, id: id))
  }

  /// The name of a record that another one names.
  func name(ofRecord kind: String, _ id: String) throws -> Said {
    func look<R: Record>(_ type: R.Type) throws -> Said? {
      try one(R.ID(id)).flatMap { $0.isVisible(to: viewer) ? name(of: $0) : nil }
    }
    for addition in pages.additions(to: kind) { if let name = try addition.name(self, id) { return name } }
    return try kinds.first { $0.kind == kind }.flatMap { try look($0) } ?? Said(id)
  }

  /// Newest first, each with what it changed.
  ///
  /// - Parameter acts: all on one record, oldest first.
  func history<R: Record>(_ type: R.Type, _ acts: [Act]) throws -> [RecordPage.Event] {
    var before: [String: String] = [:]
    var events: [RecordPage.Event] = []
    let fields = R.schema.fields.filter { $0.sight.showsAll(to: viewer) }
    for (index, act) in acts.enumerated() {
      var now: [String: String] = [:]
      if let record = try act.record(R.self) {
        // What was erased is not told as if it had been empty.
        for field in fields where !act.isErased || field.sight == .everyone {
          now[field.name] = field.cells(record).filter { !$0.isEmpty }.joined(separator: " · ")
        }
      }
      let changed = fields.map(\.name).filter { now[$0] != nil && before[$0] != nil && now[$0] != before[$0] }
      events.append(
        RecordPage.Event(
          number: act.seq, at: Moment(milliseconds: act.at), verb: words.term("verb", act.verb),
          actor: act.actor,
          capacity: capacity(act.capacity), rule: act.basis.isEmpty ? nil : Said(act.basis),
          changes: changed.map {
            .init(field: words.term("field", $0), before: before[$0], after: now[$0])
          }, erased: act.isErased ? erasure(acts[index...]) : nil))
      before = now
    }
    return events.reversed()
  }

  /// The act by which what the first of these sealed was erased.
  private func erasure(_ acts: ArraySlice<Act>) -> RecordPage.Erasure? {
    acts.first { [Keeps.erase, Keeps.takeBack].contains($0.verb) }.map { act in
      RecordPage.Erasure(
        number: act.seq, at: Moment(milliseconds: act.at), rule: act.basis.isEmpty ? nil : Said(act.basis))
    }
  }

  func capacity(_ text: String) -> String {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    return words["capacity.\(parts[0])", ["of": parts.count > 1 ? parts[1] : ""]]
  }
}
