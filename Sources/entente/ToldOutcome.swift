import Acting
import App
import Kernel
import Wording

extension Partnership.Outcome {
  /// Every record that changes, field by field; then what can be done next, and rights that move.
  func tell() {
    for effect in effects {
      let what = effect.isNew ? "new" : effect.isGone ? "taken back" : "changed"
      print("  \(effect.kind) \(effect.record): \(what)")
      for field in effect.fields {
        let before = field.before.map { "\($0) \u{2192} " } ?? ""
        print("    \(field.name): \(before)\(field.after ?? "")")
      }
    }
    if !next.isEmpty { print("Possible after it: \(next.map { $0.verb.name }.joined(separator: ", "))") }
    rights.tell()
  }

  func json(isKept: Bool) -> String {
    var json = JSONWriter()
    json.raw(#"{"kind":"#)
    json.write(made.kind)
    json.raw(#","id":"#)
    json.write(made.id)
    json.raw(#","version":"#)
    made.version.write(to: &json)
    json.raw(#","is_kept":"#)
    isKept.write(to: &json)
    json.raw(#","effects":["#)
    for (index, effect) in effects.enumerated() {
      if index > 0 { json.raw(",") }
      effect.write(to: &json)
    }
    json.raw(#"],"next":"#)
    next.map { $0.verb.name }.write(to: &json)
    json.raw(#","rights":["#)
    for (index, change) in rights.enumerated() {
      if index > 0 { json.raw(",") }
      change.write(to: &json)
    }
    json.raw("]}")
    return json.text
  }
}

extension Effect {
  fileprivate func write(to json: inout JSONWriter) {
    json.raw(#"{"kind":"#)
    json.write(kind)
    json.raw(#","id":"#)
    json.write(record)
    json.raw(#","verb":"#)
    json.write(verb)
    json.raw(#","is_new":"#)
    isNew.write(to: &json)
    json.raw(#","is_gone":"#)
    isGone.write(to: &json)
    json.raw(#","fields":["#)
    for (index, field) in fields.enumerated() {
      if index > 0 { json.raw(",") }
      json.raw(#"{"field":"#)
      json.write(field.name)
      json.raw(#","before":"#)
      json.raw(Array((field.before ?? "null").utf8))
      json.raw(#","after":"#)
      json.raw(Array((field.after ?? "null").utf8))
      json.raw("}")
    }
    json.raw("]}")
  }
}

extension RightsChange {
  fileprivate func write(to json: inout JSONWriter) {
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

extension [RightsChange] {
  /// Who may do what otherwise than before; nothing where that stays.
  func tell() {
    guard !isEmpty else { return }
    print("Rights that move:")
    for change in self {
      let scope = change.scope.map { " (\($0))" } ?? ""
      let (before, after) = (
        change.before.phrase.sentence(in: .en), change.after.phrase.sentence(in: .en)
      )
      print("  \(change.kind) \(change.verb)\(scope): \(before) \u{2192} \(after)")
    }
  }
}
