internal import Kernel
internal import Resources

/// What a refusal says where a formation lacks something. It is read from the words that the pages use, so that both say
/// the same.
enum LackSentences {
  /// With places for the values.
  static func of(_ code: FormationLack.Code) -> String { english[code.rawValue] ?? code.rawValue }

  private static let english: [String: String] = {
    guard let bytes = Resources.bytes("Words/en.json") else { return [:] }
    // What cannot be read leaves its codes to be seen, and fails the test of the sentences.
    return (try? JSONReader.read(bytes, sentences)) ?? [:]
  }()

  private static func sentences(_ json: inout JSONReader) throws -> [String: String] {
    let family = "lack."
    var found: [String: String] = [:]
    try json.object { key, json in
      guard key.hasPrefix(family) else { _ = try json.skip(); return }
      found[String(key.dropFirst(family.count))] = try json.string()
    }
    return found
  }
}
