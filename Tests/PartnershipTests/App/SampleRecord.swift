import Kernel

/// A record of any kind, made from its schema alone: a new kind has one by being declared.
enum SampleRecord {
  /// A value of a shape as JSON. References lead to the record `x`, of which there is one of every kind.
  static func json(_ shape: Shape, filled: Bool) -> String {
    switch shape {
    case .text: return #""x""#
    case .integer: return "1"
    case .real: return "0.5"
    case .flag: return "true"
    case .day: return #""2010-09-22""#
    case .when: return #""2010-09""#
    case .country: return #""KG""#
    case .code(let words): return "\"\(words[0])\""
    case .reference: return #""x""#
    case .list(let element): return filled ? "[\(json(element, filled: true))]" : "[]"
    case .map(let element): return #"{"original":"fr","fr":\#(json(element, filled: true))}"#
    case .optional(let inner): return filled ? json(inner, filled: true) : "null"
    case .object(let members, _):
      // The one text within a value that a rule wants to be of a form.
      return "{"
        + members.map {
          "\"\($0.name)\":\($0.name == "currency" ? #""USD""# : json($0.shape, filled: filled))"
        }.joined(separator: ",") + "}"
    }
  }

  /// - Parameter empty: optional fields that stay empty.
  static func of<R: Record>(
    _ type: R.Type, filled: Bool, empty: Set<String> = []
  ) throws -> R {
    let members = R.schema.fields.map { field in
      // What a rule asks of an empty list is no matter of shape.
      let isFilled = (filled || field.name == "areas") && !empty.contains(field.name)
      return "\"\(field.name)\":\(json(field.shape(), filled: isFilled))"
    }
    let record = try JSONReader.read(Array("{\(members.joined(separator: ","))}".utf8)) { try R(json: &$0) }
    // Where two fields cannot both be filled, the one that the record refuses stays empty.
    guard filled, let field = record.contradictions.compactMap(\.field).first, !empty.contains(field),
      case .optional? = R.schema.fields.first(where: { $0.name == field })?.shape()
    else { return record }
    return try of(R.self, filled: true, empty: empty.union([field]))
  }
}
