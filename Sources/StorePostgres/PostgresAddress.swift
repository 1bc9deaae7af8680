internal import CLibPQ
internal import Kernel

/// Where a server is and how to greet it: `postgres://user:password@host:port/database?options`, or libpq's
/// `host=… port=… dbname=…`. What it leaves out comes from the environment (`PGHOST`, `PGPASSFILE` …), as for `psql`.
public struct PostgresAddress: Sendable, CustomStringConvertible {
  private let options: [String: String]

  /// - Throws: a refusal (code `address`) that quotes nothing of the text, as there may be a password in it; `no-libpq` where
  ///   PostgreSQL's client library is not on this machine.
  public init(_ text: String) throws {
    guard clibpq_is_there() else {
      throw Refusal("no-libpq", ["reason": .text(String(cString: clibpq_reason()))])
    }
    // A slash in a password ends the host for libpq, and what follows would be told as the name of a database.
    if let scheme = text.firstRange(of: "://") {
      let rest = text[scheme.upperBound...].prefix { $0 != "?" }
      let host = rest.prefix { $0 != "/" }
      guard host.contains("@") || !rest.contains("@") else {
        throw Refusal("address", ["reason": .phrase(Phrase("refusal.address.slash"))])
      }
    }
    var message: UnsafeMutablePointer<CChar>?
    guard let parsed = PQconninfoParse(text, &message) else {
      let reason =
        message.map { Phrase.Value.text(Self.withoutQuotes(String(cString: $0))) }
        ?? .phrase(Phrase("refusal.unreachable.memory"))
      PQfreemem(message)
      throw Refusal("address", ["reason": reason])
    }
    defer { PQconninfoFree(parsed) }
    options = Self.values(parsed)
  }

  /// The address for a person: never with the password.
  public var description: String {
    var all = options
    if let defaults = PQconndefaults() {
      all.merge(Self.values(defaults)) { own, _ in own }
      PQconninfoFree(defaults)
    }
    let host = all["host"] ?? all["hostaddr"] ?? ""
    let user = all["user"].map { "\($0)@" } ?? ""
    let database = all["dbname"] ?? all["user"] ?? ""
    if host.isEmpty || host.hasPrefix("/") {
      return "postgres://\(user)/\(database) (socket in \(host.isEmpty ? "the usual folder" : host))"
    }
    return "postgres://\(user)\(host.contains(":") ? "[\(host)]" : host):\(all["port"] ?? "5432")/\(database)"
  }

  /// What libpq is given: the address, and what this store needs unless the address says otherwise.
  var parameters: [(name: String, value: String)] {
    var all = [
      "application_name": "entente", "keepalives_idle": "30", "keepalives_interval": "10",
      "keepalives_count": "3", "tcp_user_timeout": "60000",
    ]
    all.merge(options) { _, own in own }
    all["client_encoding"] = "UTF8"
    return all.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  /// Takes the password out of what a server or libpq says.
  func discreet(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
      .joined(separator: " ")
    guard let password = options["password"], !password.isEmpty else { return line }
    return line.split(separator: password, omittingEmptySubsequences: false).joined(separator: "…")
  }

  private static func withoutQuotes(_ message: String) -> String {
    let pieces = message.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.enumerated().map { $0.offset % 2 == 0 ? String($0.element) : "…" }.joined()
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func values(_ list: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    var result: [String: String] = [:]
    var option = list
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { result[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    return result
  }
}
