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
    return try zip(Table(R.self).columns, values.texts).compactMap { column, value in
      guard let kind = column.references, let value, kind != R.kind || value != record.id.text else {
        return nil
      }
      let there = try self.value("SELECT count(*) FROM \(column: kind) WHERE id = \(value)", as: Int.self)
      return there == 0 ? MissingReference(field: column.name, kind: kind, id: value) : nil
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
