public import Charters
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
        "not-there",
        "there is no model \u{201C}\(model.prefix(60))\u{201D}; there are \(Models.names.joined(separator: ", "))",
        field: "from")
    }
    let begun = try CharterTemplate(text: text, model: found.charter).charter(id: id, name: name, on: day)
    let reading = Charter.read(Array(begun.utf8), name: "\(id).yaml", sources: sources)
    guard let charter = reading.charter else { throw Faults(refusals: reading.faults.map(\.refusal)) }
    return (Edition(charter: charter, text: begun), found.charter.id)
  }

  /// Writes a charter to a new file.
  ///
  /// - Throws: a `Refusal` if something stands there already, or it cannot be written.
  public static func write(_ edition: Edition, to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Refusal("already-there", "\(path) is there already; choose another name", field: "file")
    }
    do {
      try Data(edition.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Refusal("store", "\(path) cannot be written: \(error.localizedDescription)")
    }
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
    throw Refusal(
      "not-there",
      "\u{201C}\(name.prefix(120))\u{201D} is neither a file nor a charter; built in: "
        + Models.names.joined(separator: ", ") + ", each also with an edition, such as fsc/2017")
  }

  private static func compared(_ bytes: [UInt8], _ name: String) throws -> ComparedCharter {
    let (reading, compared) = ComparedCharter.read(bytes, name: name, sources: sources)
    guard let compared else { throw Faults(refusals: reading.faults.map(\.refusal)) }
    return compared
  }
}
