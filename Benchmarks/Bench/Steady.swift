import Foundation
import Kernel
import Registry
import Store
import StoreSQLite

/// Records sources in a partnership's store, each an act in a transaction of its own, so many a second, until it is stopped;
/// says the number of acts after each second. `./bench acts` asks a portal for pages meanwhile.
func writeSteadily(_ path: String, pace: Int) async throws {
  let database = try SQLiteDatabase(path: path)
  let clock = ContinuousClock()
  let begun = clock.now
  var made = 0
  while true {
    made += 1
    let id = "steady-\(UUID().uuidString.lowercased())"
    let text = #"{"id":"\#(id)","title":"A report","read":"title","verification":"unverified"}"#
    let source = try JSONReader.read(Array(text.utf8)) { try Source(json: &$0) }
    _ = try await database.write { connection in
      try Journal(connection).append(source, Intent("add", by: "bench", as: .secretariat))
    }
    if made % pace == 0 { FileHandle.standardOutput.write(Data("\(made)\n".utf8)) }
    try await clock.sleep(until: begun + .seconds(Double(made) / Double(pace)))
  }
}
