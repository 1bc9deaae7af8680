public import Kernel

extension Journal {
  /// The verb of an act after which a record is in no table: it was a mistake. Its acts stay, and its id is not used again.
  public static let takingBack = "take-back"

  /// Takes a record out of its table. The act keeps what it said.
  ///
  /// - Parameter isThere: false where it is in no table already, and the act is about what earlier ones say.
  /// - Throws: a `Refusal` where it changed meanwhile.
  public func takeBack<R: Record>(
    _ record: R, _ intent: Intent, after version: Int, isThere: Bool = true
  ) throws -> Int {
    precondition(intent.verb == Self.takingBack, "tables are made anew by this verb")
    return try end(record, intent, after: version, isThere: isThere)
  }
}

extension Connection {
  /// Whether a record that is in no table has acts: it was taken back.
  public func wasTakenBack<R: Record>(_ id: R.ID) throws -> Bool {
    try value("SELECT count(*) FROM act WHERE kind = \(R.kind) AND record = \(id)", as: Int.self) != 0
      && version(of: id) == nil
  }

  /// A record as its last act left it, with that act's version; nil where there is none, or where it was erased.
  public func lastSaid<R: Record>(_ id: R.ID) throws -> (record: R, version: Int)? {
    try history(kind: R.kind, record: id.text).last.flatMap { act in
      try act.record(R.self).map { ($0, act.version) }
    }
  }

  /// A record that refers to another, as `kind id`; nil where none does.
  public func referrer<R: Record>(to id: R.ID, among kinds: [any Record.Type]) throws -> String? {
    func first<Other: Record>(_ type: Other.Type) throws -> String? {
      for column in Table(Other.self).columns where column.references == R.kind {
        let found: String? = try value(
          "SELECT id FROM \(Other.self) WHERE \(column: column.name) = \(id) AND NOT (\(Other.kind) = \(R.kind) AND id = \(id)) ORDER BY id LIMIT 1"
        )
        if let found { return "\(Other.kind) \(found)" }
      }
      return nil
    }
    for kind in kinds { if let found = try first(kind) { return found } }
    return nil
  }
}
