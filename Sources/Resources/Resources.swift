/// The texts that lie in the executable: words, styles, charters, founding data. Paths are those of the package,
/// such as `Words/en/web.json`.
public enum Resources {
  private static let contents: [String: StaticString] = Dictionary(
    uniqueKeysWithValues: Embedded.files.map { ($0.path.description, $0.content) })

  /// The content as it lies in the executable; it never moves.
  public static func bytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
    contents[path].map { UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount) }
  }

  /// The same as a literal, for those who take nothing else.
  public static func literal(_ path: String) -> StaticString? { contents[path] }

  public static func text(_ path: String) -> String? { contents[path]?.description }

  /// Every path below a folder, sorted.
  public static func list(under folder: String) -> [String] {
    contents.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
  }

  /// A few digits that change with the content, for addresses that may be kept for ever. FNV-1a of 64 bits.
  public static func fingerprint(_ path: String) -> String? {
    bytes(path).map { bytes in
      let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      return String(hash, radix: 16)
    }
  }
}
