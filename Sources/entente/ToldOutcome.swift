import Acting
import App
import Kernel

extension Partnership.Outcome {
  /// What it moves, and what can be done next.
  func tell() {
    moved.tell()
    if !next.isEmpty { print("Possible after it: \(next.map { $0.verb.name }.joined(separator: ", "))") }
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
    json.raw(#","next":"#)
    next.map { $0.verb.name }.write(to: &json)
    json.raw("}")
    return moved.beside(json.text)
  }
}
