import Foundation
import Glibc
import Kernel
import Samples
import Store

let projection = Projection([Buoy.self])

func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

func leave(_ code: Int32) -> Never { exit(code) }

/// A path in the workshop's folder with nothing at it.
func fresh(_ name: String) throws -> String {
  let folder =
    ProcessInfo.processInfo.environment["ENTENTE_BENCH_DIR"] ?? NSTemporaryDirectory() + "entente-bench"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  discard("\(folder)/\(name)")
  return "\(folder)/\(name)"
}

func discard(_ store: String) {
  for suffix in ["", "-wal", "-shm"] { unlink(store + suffix) }
}

/// Seconds of a piece of work.
func timed<T>(_ body: () async throws -> T) async throws -> (seconds: Double, result: T) {
  let start = ContinuousClock.now
  let result = try await body()
  return ((ContinuousClock.now - start).inSeconds, result)
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension [Double] {
  var median: Double { sorted()[count / 2] }
}

/// Megabytes of memory: the peak so far, from the kernel.
var peakMegabytes: Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
  return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}

/// One result, for a program.
func tell(_ members: KeyValuePairs<String, any Sendable>) {
  var json = JSONWriter()
  json.raw("{")
  for (index, member) in members.enumerated() {
    if index > 0 { json.raw(",") }
    json.write(member.key)
    json.raw(":")
    switch member.value {
    case let number as Int: json.write(number)
    case let number as Double: json.write((number * 1000).rounded() / 1000)
    default: json.write("\(member.value)")
    }
  }
  json.raw("}\n")
  FileHandle.standardOutput.write(Data(json.bytes))
}

/// One comparison: how many a second, ours and the peer's, by their median times.
func tell(_ what: String, _ count: Int, unit: String, ours: [Double], peer: [Double], named name: String) {
  let (a, b) = (ours.median, peer.median)
  tell([
    "what": what, "unit": unit, "ours": Int(Double(count) / a), "peer": Int(Double(count) / b),
    "peer_name": name,
    "ratio": b / a, "count": count, "rounds": ours.count,
  ])
}
