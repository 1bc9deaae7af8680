public import Charters
internal import Exchange
internal import Foundation
public import Kernel
internal import Resources

/// Where charters are taken from: the executable, or a folder.
public enum CharterShelf {
  public struct Edition: Sendable {
    public let charter: Charter
    public let text: String
  }

  /// The editions of a partnership's charter, oldest first, checked.
  ///
  /// - Parameter folder: holds a folder of the charter's name; nil takes those built in.
  /// - Throws: `Faults` if a file has any; a `Refusal` if there is no such charter.
  public static func editions(of id: String, in folder: String? = nil) throws -> [Edition] {
    let files = try folder.map { try read("\($0)/\(id)") } ?? builtIn(id)
    guard !files.isEmpty else {
      let place: [String: Phrase.Value] = ["charter": "\(id.prefix(60))"]
      throw folder == nil
        ? Refusal("not-there.built-in", place.merging(["known": .list(names)]) { $1 })
        : Refusal("not-there.charter", place)
    }
    var editions: [Edition] = []
    var faults: [Finding] = []
    for file in files {
      let reading = Charter.read(file.bytes, name: file.name, sources: sources)
      faults += reading.faults
      if let charter = reading.charter {
        editions.append(Edition(charter: charter, text: String(decoding: file.bytes, as: UTF8.self)))
      }
    }
    guard faults.isEmpty else { throw Faults(refusals: faults.map(\.refusal)) }
    return editions.sorted { ($0.charter.period.since ?? When(0)) < ($1.charter.period.since ?? When(0)) }
  }

  /// Reads and checks one file of the disk.
  public static func check(file path: String) throws -> CharterReading {
    Charter.read(try read(file: path), name: path, sources: sources)
  }

  /// Several refusals at once.
  public struct Faults: Error, Sendable {
    public let refusals: [Refusal]
  }

  /// The charters that lie in the executable.
  public static var names: [String] {
    Array(
      Set(
        Resources.list(under: "Charters").compactMap {
          $0.split(separator: "/").dropFirst().first.map(String.init)
        })
    )
    .sorted()
  }

  /// Ids of every source that founding data name, so that a charter's citations can be checked.
  public static let sources: Set<String> = {
    var ids: Set<String> = []
    for path in Resources.list(under: "Data") where path.hasSuffix("/sources.csv") {
      guard let bytes = Resources.bytes(path), let file = try? CSVFile(bytes, name: path) else { continue }
      ids.formUnion(file.rows.compactMap(\.cells.first))
    }
    return ids
  }()

  /// One charter file of the disk.
  public static func read(file path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal("not-there", ["path": .text(path)])
    }
    return Array(data)
  }

  private static func builtIn(_ id: String) -> [(name: String, bytes: [UInt8])] {
    Resources.list(under: "Charters/\(id)").compactMap { path in
      Resources.bytes(path).map { (path, Array($0)) }
    }
  }

  private static func read(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      ("\(folder)/\($0)", try read(file: "\(folder)/\($0)"))
    }
  }
}
