public import Charters
internal import Exchange
internal import Foundation
public import Kernel
internal import Telling
internal import Resources

extension CharterShelf {
  /// A charter begun from a model that is built in.
  ///
  /// - Parameters:
  ///   - model: its name, with or without an edition: `fsc`, `fsc/2017`.
  ///   - name: of the new partnership, in English and French.
  /// - Returns: the edition, and the model's name.
  /// - Throws: a `Refusal` for an unknown model, an id or name that is none; `Faults` if what came out cannot be used.
  public static func begun(
    from model: String, id: String, name: Translated, on day: Day
  ) throws -> (edition: Edition, model: String) {
    guard let found = Models.compared(model, on: day), let text = Resources.text(found.file) else {
      throw Refusal(
        "not-there.model", ["model": "\(model.prefix(60))", "known": .list(Models.names)], field: "from")
    }
    let begun = try CharterTemplate(text: text, model: found.charter).charter(id: id, name: name, on: day)
    let reading = Charter.read(Array(begun.utf8), name: "\(id).yaml", sources: sources)
    guard let charter = reading.charter else { throw Faults(refusals: reading.faults.map(\.refusal)) }
    return (Edition(charter: charter, text: begun), found.charter.id)
  }

  /// Writes a charter to a new file, which takes its name when it is whole.
  ///
  /// - Throws: a `Refusal` if something stands there already, or it cannot be written.
  public static func write(_ edition: Edition, to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Refusal("already-there.path", ["path": .text(path)], field: "file")
    }
    let file = try LineWriter(path, mayReplace: false)
    try file.write(Array(edition.text.utf8), end: "")
    try file.finish()
  }

  /// A charter for comparison: a file, or one of those built in by its name (`fsc`, `fsc/2017`).
  ///
  /// - Parameter day: on which the edition of a bare name is in force.
  /// - Throws: `Faults` of the file, or a `Refusal` where neither a file nor a charter goes by that name.
  public static func compared(_ name: String, on day: Day) throws -> ComparedCharter {
    if name.hasSuffix(".yaml") || FileManager.default.fileExists(atPath: name) {
      return try compared(read(file: name), name)
    }
    if let found = Models.compared(name, on: day) { return found }
    throw Refusal("not-there.charter-or-file", ["name": "\(name.prefix(120))", "known": .list(Models.names)])
  }

  private static func compared(_ bytes: [UInt8], _ name: String) throws -> ComparedCharter {
    let (reading, compared) = ComparedCharter.read(bytes, name: name, sources: sources)
    guard let compared else { throw Faults(refusals: reading.faults.map(\.refusal)) }
    return compared
  }
}
