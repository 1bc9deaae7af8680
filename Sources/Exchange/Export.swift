public import Kernel
public import Store

extension Connection {
  /// The records of a kind as CSV, with the version of each, in the order of their ids.
  public func exportCSV<R: Record>(
    _ type: R.Type, day: Day? = nil, viewer: Viewer, _ write: (String) throws -> Void
  ) throws {
    try write(CSV.row(R.schema.headings(for: viewer) + ["version"]))
    try forEach(
      "SELECT * FROM \(R.self) WHERE \(Query.isValid(R.self, on: day)) AND "
        + .isVisible(R.self, to: viewer) + " ORDER BY id"
    ) { row in
      let record = try R(row: row)
      let version = try row.integer()
      try write(CSV.row(R.schema.cells(record, for: viewer) + [String(version)]))
    }
  }

  /// The records of a kind as one JSON list.
  public func exportJSON<R: Record>(
    _ type: R.Type, day: Day? = nil, viewer: Viewer, _ write: ([UInt8]) throws -> Void
  ) throws {
    var json = JSONWriter(capacity: 1024)
    var isFirst = true
    json.raw("[")
    try forEach(
      "SELECT * FROM \(R.self) WHERE \(Query.isValid(R.self, on: day)) AND "
        + .isVisible(R.self, to: viewer) + " ORDER BY id"
    ) { row in
      if !isFirst { json.raw(",\n") }
      isFirst = false
      R.schema.write(try R(row: row), to: &json, for: viewer)
      try write(json.bytes)
      json.clear()
    }
    json.raw("]\n")
    try write(json.bytes)
  }
}
