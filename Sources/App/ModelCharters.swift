public import Charters
internal import Foundation
public import Kernel
internal import Portal
internal import Resources

extension CharterShelf {
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
