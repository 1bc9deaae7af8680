public import Kernel
internal import Wording

extension Right {
  /// The right as data for a program: `{"right":"member","place":{"field":"body"}}`, and `of` for any of several.
  public func write(to json: inout JSONWriter) {
    func right(_ name: String, _ place: Place? = nil) {
      json.raw(#"{"right":"#)
      json.write(name)
      if let place {
        json.raw(#","place":"#)
        place.write(to: &json)
      }
      json.raw("}")
    }
    switch self {
    case .anyone: right("anyone")
    case .system: right("system")
    case .secretariat: right("secretariat")
    case .applicant(let place): right("applicant", place)
    case .focalPoint(let place): right("focal-point", place)
    case .lead(let place): right("lead", place)
    case .member(let place): right("member", place)
    case .party(let place): right("party", place)
    case .charter(let given): right("charter-\(given.key)")
    case .either(let rights):
      json.raw(#"{"right":"any","of":["#)
      for (index, right) in rights.enumerated() {
        if index > 0 { json.raw(",") }
        right.write(to: &json)
      }
      json.raw("]}")
    }
  }
}

extension Place {
  func write(to json: inout JSONWriter) {
    switch self {
    case .field(let name):
      json.raw(#"{"field":"#)
      json.write(name)
    case .input(let name):
      json.raw(#"{"input":"#)
      json.write(name)
    case .first(let place, let other):
      json.raw(#"{"first":"#)
      place.write(to: &json)
      json.raw(#","or":"#)
      other.write(to: &json)
    case .other(let name, let kind, let place):
      json.raw(#"{"field":"#)
      json.write(name)
      json.raw(#","of":"#)
      json.write(kind)
      json.raw(#","at":"#)
      place.write(to: &json)
    }
    json.raw("}")
  }
}

extension RightsChange {
  /// For a program; who may is told in English.
  public func write(to json: inout JSONWriter) {
    json.raw(#"{"kind":"#)
    json.write(kind)
    json.raw(#","verb":"#)
    json.write(verb)
    json.raw(#","scope":"#)
    scope.write(to: &json)
    json.raw(#","before":"#)
    before.phrase.sentence(in: .en).write(to: &json)
    json.raw(#","after":"#)
    after.phrase.sentence(in: .en).write(to: &json)
    json.raw("}")
  }
}
