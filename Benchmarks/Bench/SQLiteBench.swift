import CBaseline
import Foundation
import Kernel
import Samples
import Store
import StoreSQLite
import Synchronization

/// Acts appended (rules, JSON, hash, table and journal) beside C inserting the same rows, in turn.
struct SQLiteAppend {
  let rounds: Int

  func run() async throws {
    for (batch, acts) in [(1, 10_000), (100, 100_000), (10_000, 100_000)] {
      for isDurable in [true, false] {
        var (ours, peer): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
          let path = try fresh("append.sqlite")
          let database = try SQLiteDatabase(path: path, isDurable: isDurable)
          try await database.write { try projection.create($0) }
          ours.append(try await Acts.append(acts, batch: batch, to: database))
          try await database.close()
          let other = try fresh("append-c.sqlite")
          var count = 0
          peer.append(baseline_append(path, other, Int32(batch), isDurable ? 1 : 0, &count))
          discard(path)
          discard(other)
        }
        tell(
          "append, batches of \(batch), \(isDurable ? "FULL" : "NORMAL")", acts, unit: "acts/s", ours: ours,
          peer: peer,
          named: "raw C sqlite")
      }
    }
  }
}

/// All tables made anew in one transaction, while others read, beside C inserting as many rows.
struct SQLiteRebuild {
  let acts: Int
  let rounds: Int

  func run() async throws {
    let path = try fresh("rebuild.sqlite")
    try fillBeside(path, acts: acts)
    defer { discard(path) }
    let before = peakMegabytes
    var (ours, plain, inUse): ([Double], [Double], [Double]) = ([], [], [])
    var rows = 0
    var peak = 0
    var reads = Reads()
    for round in 0..<rounds {
      let database = try SQLiteDatabase(path: path)
      let (seconds, result) = try await timed {
        try await withReader(of: database) {
          try await database.rebuild { try projection.rebuild($0) }
        }
      }
      ours.append(seconds)
      rows = result.0
      reads = result.1
      // The peer keeps its rows in this process's memory, so only the first round's peak is ours alone.
      if round == 0 { peak = peakMegabytes }
      try await database.close()
      for isPlain in [true, false] {
        let other = try fresh("rebuild-c.sqlite")
        var count = 0
        let seconds = baseline_rebuild(path, other, isPlain ? 1 : 0, &count)
        if isPlain { plain.append(seconds) } else { inUse.append(seconds) }
        discard(other)
      }
    }
    tell(
      "rebuild, \(acts) acts", rows, unit: "rows/s", ours: ours, peer: plain,
      named: "raw C sqlite, no log, no readers")
    tell(
      "rebuild, \(acts) acts, like for like", rows, unit: "rows/s", ours: ours, peer: inUse,
      named: "raw C sqlite, WAL, FULL")
    tell([
      "what": "rebuild memory", "acts": acts, "peak_megabytes": peak, "idle_megabytes": before,
      "reads_meanwhile": reads.count, "longest_read_ms": reads.longest * 1000,
    ])
  }

  struct Reads: Sendable {
    var count = 0
    var longest = 0.0
  }

  /// Runs the work while a reader asks for one record after another, and answers how that went for the reader.
  private func withReader<T: Sendable>(
    of database: SQLiteDatabase, _ work: () async throws -> T
  ) async throws -> (T, Reads) {
    let isOver = Mutex(false)
    let reader = Task {
      var reads = Reads()
      while !isOver.withLock({ $0 }) {
        let id = Buoy.ID("buoy-\(reads.count * 7919 % 1000)")
        let (seconds, found) = try await timed { try await database.read { try $0.one(id) } }
        guard found != nil else {
          throw Refusal(code: "store", Phrase(asItIs: "a reader missed \(id) during the rebuild"))
        }
        reads.count += 1
        reads.longest = max(reads.longest, seconds)
        try await Task.sleep(for: .milliseconds(5))
      }
      return reads
    }
    defer { isOver.withLock { $0 = true } }
    let result = try await work()
    isOver.withLock { $0 = true }
    return (result, try await reader.value)
  }
}

/// How fast the chain is walked; for information.
func verify(acts: Int) async throws {
  let path = try fresh("verify.sqlite")
  try fillBeside(path, acts: acts)
  defer { discard(path) }
  let database = try SQLiteDatabase(path: path)
  let (seconds, chain) = try await timed { try await database.read { try $0.verifyChain() } }
  tell([
    "what": "verify", "acts": chain.acts, "per_second": Int(Double(chain.acts) / seconds),
    "megabytes_per_second": Int(Double(chain.bytes) / seconds / 1e6), "peak_megabytes": peakMegabytes,
  ])
  try await database.close()
}
