import Acting
import App
import Kernel
import Reporting
import Wording

extension Moved {
  /// Every record that changes, field by field; then rights and reports that move.
  func tell() {
    for effect in effects {
      print("  \(effect.kind) \(effect.record): \(effect.what)")
      for field in effect.fields {
        let before = field.before.map { "\($0) \u{2192} " } ?? ""
        print("    \(field.name): \(before)\(field.after ?? "")")
      }
    }
    rights.tell()
    reports.tell()
  }

  /// The same for programs, as more members of an object.
  func beside(_ object: String) -> String {
    var json = JSONWriter()
    json.list("effects", effects) { $0.write(to: &$1) }
    json.list("rights", rights) { $0.write(to: &$1) }
    json.list("reports", reports) { $0.write(to: &$1) }
    return object.dropLast() + json.text + "}"
  }
}

extension JSONWriter {
  /// One more member of an object: `,"name":[…]`.
  fileprivate mutating func list<T>(_ name: String, _ items: [T], _ write: (T, inout JSONWriter) -> Void) {
    raw(",")
    self.write(name)
    raw(":[")
    for (index, item) in items.enumerated() {
      if index > 0 { raw(",") }
      write(item, &self)
    }
    raw("]")
  }
}

extension Effect {
  fileprivate var what: String {
    // What it was is no longer there to be told.
    if verb == Keeps.erase { return "erased, here and in every act before: what not everyone may see" }
    return isNew ? "new" : isGone ? "taken back" : "changed"
  }

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

extension [ReportChange] {
  /// Which reports would read otherwise, and in which lines; of many lines their number.
  func tell() {
    guard !isEmpty else { return }
    print("Reports that would read otherwise:")
    for report in self {
      print("  \(report.cycle), as of \(report.asOf): \(report.parts.joined(separator: ", "))")
      for line in report.lines.prefix(20) {
        print("    \(line.section): \(line.kind) \(line.record) \(line.change.rawValue)")
      }
      if report.lines.count > 20 { print("    and \(report.lines.count - 20) lines more") }
    }
  }
}
