public import Kernel

/// That an act is in the log that a checkpoint speaks of, for someone without a line to it (C2SP tlog-proof).
public struct ActProof: Sendable, Hashable {
  /// The act's place in the tree, from 0: one less than its number.
  public let leaf: Int
  public let path: [Fingerprint]
  public let checkpoint: SignedNote

  public init(leaf: Int, path: [Fingerprint], checkpoint: SignedNote) {
    (self.leaf, self.path, self.checkpoint) = (leaf, path, checkpoint)
  }

  private static let heading = "c2sp.org/tlog-proof@v1"

  /// As the file of a `.tlog-proof`.
  public var text: String {
    ([Self.heading, "index \(leaf)"] + path.map(\.base64)).joined(separator: "\n") + "\n\n" + checkpoint.whole
  }

  /// - Throws: a `Refusal` for what is no proof.
  public init(reading bytes: [UInt8]) throws {
    let refusal = Refusal("note.proof")
    let end: [UInt8] = [0x0A, 0x0A]
    guard bytes.count <= SignedNote.longest,
      let empty = bytes.indices.dropLast().first(where: { Array(bytes[$0...$0 + 1]) == end }),
      let top = String(validating: bytes[..<empty], as: UTF8.self)
    else { throw refusal }
    var lines = top.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == Substring(Self.heading[...]), let index = lines.popFirst(),
      index.hasPrefix("index "), let leaf = Int(index.dropFirst(6)), leaf >= 0, index == "index \(leaf)",
      lines.count <= Int.bitWidth
    else { throw refusal }
    do {
      self.init(
        leaf: leaf, path: try lines.map { try Fingerprint(base64: $0) },
        checkpoint: try SignedNote(reading: Array(bytes[(empty + 2)...])))
    } catch { throw refusal }
  }

  /// What it shows of an act.
  ///
  /// - Parameters:
  ///   - hash: of the act's line.
  ///   - key: of whoever is trusted to speak for the log; its name is the log's origin.
  /// - Returns: the log's state that the act is a part of.
  /// - Throws: a `Refusal` that says what does not hold.
  @discardableResult
  public func check(_ hash: Fingerprint, by key: VerifierKey) throws -> Checkpoint {
    guard checkpoint.isSigned(by: key) else { throw Refusal("note.signature", ["name": .text(key.name)]) }
    let state = try Checkpoint(checkpoint.text)
    guard state.origin == key.name else {
      throw Refusal("note.origin", ["origin": .text(state.origin), "name": .text(key.name)])
    }
    // Its number, one more than its place, is none where the place is the last that can be told.
    guard 0..<state.size ~= leaf,
      case let entry = Fingerprint.leaf(LogEntry.bytes(seq: leaf + 1, hash)),
      TreeCheck.root(of: entry, at: leaf, in: state.size, path) == state.root
    else {
      throw Refusal("note.not-in", ["act": "\(leaf.magnitude + 1)", "size": "\(state.size)"])
    }
    return state
  }
}
