internal import CLibPQ
internal import Kernel

/// What a server's error means to a person. The codes are the same on every engine.
enum PostgresRefusal {
  /// The fields of an error, named as in the protocol: `C` its SQLSTATE, `M` its sentence, `D` the detail.
  static func field(_ letter: Unicode.Scalar, of result: OpaquePointer?) -> String? {
    PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
  }

  /// - Parameter rows: how many a loader had sent before the piece that `COPY` now speaks of.
  static func of(_ result: OpaquePointer?, _ link: OpaquePointer, after rows: Int) -> Refusal {
    guard let state = field("C", of: result) else {
      return unreachable(String(cString: PQerrorMessage(link)))
    }
    let message = field("M", of: result) ?? state
    let table = field("t", of: result)
    // Only the place in the server's source tells a stale plan from what it does not support, in any language.
    if state == "0A000", field("R", of: result) == "RevalidateCachedQuery" {
      return Refusal("shape-changed")
    }
    let detail = field("D", of: result)
    let phrase: Phrase
    switch state {
    case "23505":
      let owner = table.map { Phrase.Value.text($0) } ?? .phrase(Phrase("refusal.already-there.table"))
      phrase = Phrase(
        "refusal.already-there.server", ["table": owner, "detail": .text(detail ?? message)])
    case "23503":
      phrase = Phrase("refusal.dangling-reference.server", ["detail": .text(detail ?? message)])
    case "53100": phrase = Phrase("refusal.disk-full.server", ["message": .text(message)])
    // The detail of a broken rule is the whole row, which not everybody may see.
    case "23514", "23502": phrase = Phrase(asItIs: message)
    default: phrase = Phrase(asItIs: detail.map { "\(message): \($0)" } ?? message)
    }
    return Refusal(code: code(state), phrase, line: line(of: result).map { rows + $0 })
  }

  /// The row `COPY` was at, from `COPY act, line 3, column body: "…"` in the server's language.
  private static func line(of result: OpaquePointer?) -> Int? {
    guard let context = field("W", of: result), context.hasPrefix("COPY") else { return nil }
    let parts = context.split(separator: ",", maxSplits: 2)
    return parts.count > 1 ? Int(parts[1].prefix { $0 != ":" }.filter(\.isNumber)) : nil
  }

  /// The code for tables that another process made anew since a statement was prepared.
  static let shapeChanged = "shape-changed"

  static func unreachable(_ message: String) -> Refusal {
    let line = message.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
      .joined(separator: " ")
    return Refusal("unreachable.lost", ["message": .text(line)])
  }

  static let nulByte = Refusal("nul-byte")

  static func code(_ state: String) -> String {
    switch state {
    case "23505": "already-there"
    case "23503": "dangling-reference"
    case "23514", "23502": "rule-broken"
    case "57014", "25P03": "timed-out"
    // No connection free, a lock not given in time, a deadlock, a serialization failure.
    case "53300", "55P03", "40P01", "40001": "busy"
    case "57P01", "57P02", "57P03": "unreachable"
    case "53100": "disk-full"
    case "22021": "nul-byte"
    default: state.hasPrefix("08") ? "unreachable" : "store"
    }
  }
}
