import CBaseline
import Kernel
import Samples
import Store
import StorePostgres

/// The same work on a PostgreSQL server beside `COPY` of the same rows, ready as text, into the same tables.
struct PostgresAppend {
  let address: String
  let rounds: Int

  func run() async throws {
    for (batch, acts) in [(1, 5_000), (100, 50_000), (10_000, 100_000)] {
      var (ours, peer): ([Double], [Double]) = ([], [])
      for _ in 0..<rounds {
        try await withSchemas(at: address) { database in
          ours.append(try await Acts.append(acts, batch: batch, to: database))
          var count = 0
          peer.append(baseline_copy_append(address, "bench_ours", "bench_copy", Int32(batch), &count))
        }
      }
      tell(
        "append on PostgreSQL, batches of \(batch)", acts, unit: "acts/s", ours: ours, peer: peer,
        named: "COPY")
    }
  }
}

struct PostgresRebuild {
  let address: String
  let acts: Int
  let rounds: Int

  func run() async throws {
    try await withSchemas(at: address) { database in
      let (filling, _) = try await timed { try await Acts.appendWithEdits(acts, to: database) }
      tell(["what": "fill on PostgreSQL", "acts": acts, "per_second": Int(Double(acts) / filling)])
      var (ours, peer): ([Double], [Double]) = ([], [])
      var rows = 0
      var peak = 0
      for round in 0..<rounds {
        let (seconds, made) = try await timed { try await database.rebuild { try projection.rebuild($0) } }
        ours.append(seconds)
        rows = made
        if round == 0 { peak = peakMegabytes }
        try await empty("bench_copy", at: address)
        var count = 0
        peer.append(baseline_copy_rebuild(address, "bench_ours", "bench_copy", &count))
      }
      tell("rebuild on PostgreSQL, \(acts) acts", rows, unit: "rows/s", ours: ours, peer: peer, named: "COPY")
      tell(["what": "rebuild memory on PostgreSQL", "acts": acts, "peak_megabytes": peak])
    }
  }
}

/// Two schemas with the same tables: one for the store, one for `COPY`. Both are dropped at the end.
private func withSchemas(at address: String, _ body: (PostgresDatabase) async throws -> Void) async throws {
  for schema in ["bench_ours", "bench_copy"] { try await drop(schema, at: address) }
  var limits = PostgresLimits()
  limits.statement = .zero
  let database = try PostgresDatabase(address, schema: "bench_ours", limits: limits)
  try await database.write { try projection.create($0) }
  try await empty("bench_copy", at: address)
  try await body(database)
  try await database.close()
  for schema in ["bench_ours", "bench_copy"] { try await drop(schema, at: address) }
}

private func drop(_ schema: String, at address: String) async throws {
  let broom = try PostgresDatabase(address)
  try await broom.write { try $0.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
  try await broom.close()
}

private func empty(_ schema: String, at address: String) async throws {
  try await drop(schema, at: address)
  let database = try PostgresDatabase(address, schema: schema)
  try await database.write { try projection.create($0) }
  try await database.close()
}
