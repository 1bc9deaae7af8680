public import Kernel

/// A record that another names and that is not there.
public struct MissingReference: Sendable {
  public let field: String
  public let kind: String
  public let id: String

  public init(field: String, kind: String, id: String) {
    (self.field, self.kind, self.id) = (field, kind, id)
  }

  public var refusal: Refusal {
    Refusal(
      code: "dangling-reference",
      Phrase("refusal.not-found", ["kind": .text(kind), "id": "\(id.prefix(120))"]),
      field: field)
  }
}

extension Connection {
  /// What a record names and is not there, itself apart. The store would say so too, when it commits, and not which.
  public func missingReferences<R: Record>(of record: R) throws -> [MissingReference] {
    let values = ValueCollector()
    record.bind(to: values)
    let named = zip(Table(R.self).columns, values.texts).compactMap { column, value in
      column.references.flatMap { kind in
        value.map { MissingReference(field: column.name, kind: kind, id: $0) }
      }
    }
    return try (named + listed(by: record)).filter { reference in
      if reference.kind == R.kind && reference.id == record.id.text { return false }
      return try value(
        "SELECT count(*) FROM \(column: reference.kind) WHERE id = \(reference.id)", as: Int.self) == 0
    }
  }

  /// What fields that hold a list of references name. No table can be asked for these.
  private func listed<R: Record>(by record: R) throws -> [MissingReference] {
    try R.schema.fields.flatMap { field -> [MissingReference] in
      guard let kind = field.listedKind else { return [] }
      var json = JSONWriter()
      field.writeValue(record, to: &json)
      return try JSONReader.read(json.bytes) { json in
        var found: [MissingReference] = []
        try json.list { found.append(MissingReference(field: field.name, kind: kind, id: try $0.string())) }
        return found
      }
    }
  }
}

/// Takes the values of a record as text, column by column.
private final class ValueCollector: Binder {
  var texts: [String?] = []
  func bindNull() { texts.append(nil) }
  func bind(_ number: Int) { texts.append(String(number)) }
  func bind(_ number: Double) { texts.append(String(number)) }
  func bind(_ text: String) { texts.append(text) }
  func bind(utf8: UnsafeBufferPointer<UInt8>) { texts.append(String(decoding: utf8, as: UTF8.self)) }
  func bind(blob: UnsafeRawBufferPointer) { texts.append(nil) }
}
