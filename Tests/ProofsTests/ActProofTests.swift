import Kernel
import Proofs
import Testing
import Wording

@Suite struct ActProofTests {
  private static let key = try! SignerKey(newFor: "example.org/log")
  private static let acts = (1...300).map { Fingerprint.leaf(Array("line \($0)".utf8)) }
  private static let tree = Tree(
    size: acts.count,
    HeldHashes(leaves: acts.enumerated().map { .leaf(LogEntry.bytes(seq: $0 + 1, $1)) }))

  private static func proof(of seq: Int, by key: SignerKey = key) throws -> ActProof {
    ActProof(
      leaf: seq - 1, path: try tree.inclusion(of: seq - 1), checkpoint: try tree.checkpoint(signedBy: key))
  }

  @Test func anEntryIsAnActsPlaceAndHash() {
    let entry = String(decoding: LogEntry.bytes(seq: 12, .zero), as: UTF8.self)
    #expect(entry == #"{"seq":12,"sha256":"\#(String(repeating: "0", count: 64))"}"#)
  }

  @Test(arguments: [1, 2, 256, 257, 300]) func aFileShowsThatAnActIsInTheLog(seq: Int) throws {
    let proof = try Self.proof(of: seq)
    let text = proof.text
    #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nindex \(seq - 1)\n"))
    #expect(text.utf8.count <= 3000)
    let read = try ActProof(reading: Array(text.utf8))
    #expect(read == proof)
    #expect(try read.check(Self.acts[seq - 1], by: Self.key.verifier).size == 300)
  }

  @Test func whatDoesNotHoldIsSaid() throws {
    let (proof, hash) = (try Self.proof(of: 7), Self.acts[6])
    #expect(throws: Refusal("note.not-in", ["act": "7", "size": "300"])) {
      try proof.check(Self.acts[7], by: Self.key.verifier)
    }
    let other = try SignerKey(newFor: "example.org/log")
    #expect(throws: Refusal("note.signature", ["name": "example.org/log"])) {
      try proof.check(hash, by: other.verifier)
    }
    // Signed for another log, by a key that is trusted for another.
    let stranger = try SignerKey(newFor: "example.net/log")
    var note = SignedNote(proof.checkpoint.text)
    try note.sign(with: stranger)
    #expect(throws: Refusal("note.origin", ["origin": "example.org/log", "name": "example.net/log"])) {
      try ActProof(leaf: 6, path: proof.path, checkpoint: note).check(hash, by: stranger.verifier)
    }
    #expect(throws: Refusal.self) {
      try ActProof(leaf: 6, path: Array(proof.path.dropLast()), checkpoint: proof.checkpoint)
        .check(hash, by: Self.key.verifier)
    }
    #expect(throws: Refusal.self) {
      try ActProof(leaf: .max, path: proof.path, checkpoint: proof.checkpoint).check(
        hash, by: Self.key.verifier)
    }
  }

  @Test func aProofCutShortOrChangedIsNone() throws {
    let whole = Array(try Self.proof(of: 100).text.utf8)
    for length in stride(from: 0, to: whole.count, by: 7) {
      let cut = try? ActProof(reading: Array(whole[..<length]))
      #expect((try? cut?.check(Self.acts[99], by: Self.key.verifier)) == nil)
    }
    for place in stride(from: 0, to: whole.count, by: 5) {
      var changed = whole
      changed[place] ^= 1
      let read = try? ActProof(reading: changed)
      #expect((try? read?.check(Self.acts[99], by: Self.key.verifier)) == nil, "byte \(place)")
    }
    for text in ["", "\n\n", "c2sp.org/tlog-proof@v1\n\n", "c2sp.org/tlog-proof@v2\nindex 1\n\na\n1\n"] {
      #expect(throws: Refusal("note.proof")) { try ActProof(reading: Array(text.utf8)) }
    }
  }
}
