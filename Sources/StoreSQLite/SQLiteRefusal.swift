internal import GRDB
internal import Kernel

extension DatabaseError {
  /// Why, as SQLite says it.
  var reason: Phrase.Value {
    message.map { .text($0) } ?? .phrase(Phrase("refusal.store.no-reason"))
  }
}

/// What an error of SQLite means to a person. The codes are the same on every engine.
extension Refusal {
  /// - Parameter code: SQLite's extended result code.
  static func sqlite(_ code: Int32, _ message: Phrase.Value) -> Refusal {
    let told: [String: Phrase.Value] = ["message": message]
    return switch (code & 0xFF, code) {
    case (_, 787), (_, 1811): Refusal("dangling-reference.table", told)
    case (_, 1555), (_, 2067): Refusal("already-there.record", told)
    case (19, _): Refusal("rule-broken", told)
    case (13, _): Refusal("disk-full")
    case (5, _), (6, _): Refusal("busy")
    case (8, _): Refusal("read-only")
    case (10, _): Refusal("store.disk", told)
    case (11, _), (26, _): Refusal("damaged", told)
    default: Refusal("store", told)
    }
  }
}
