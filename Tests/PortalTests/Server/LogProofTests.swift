import HTTPTypes
import Kernel
import Proofs
import Testing

/// The journal's state, its tree and its proofs as the server gives them; `Tests/scripts/outsiders.py` has programs that are not
/// ours judge them.
@Suite struct LogProofTests {
  private static let key = try! SignerKey(newFor: "example.org/gmp/log")

  private static func get(_ path: String, signed: Bool = true) async throws -> ServedPartnership.Answer {
    try await ServedPartnership.get(path, signedBy: signed ? key : nil)
  }

  /// The newest act that the page tells.
  private static func newest() async throws -> (seq: Int, hash: Fingerprint) {
    let lines = try await get("/log.json").body
    let line = try #require(lines.firstMatch(of: /"seq":(\d+),.*?"hash":"([0-9a-f]{64})"/))
    return (try #require(Int(line.1)), try Fingerprint(hexadecimal: String(line.2)))
  }

  @Test func r160_theStateIsSignedAndAnActIsShownToBeInIt() async throws {
    let act = try await Self.newest()
    let state = try await Self.get("/log/checkpoint")
    #expect(state.headers[.contentType] == "text/plain; charset=utf-8")
    let note = try SignedNote(reading: Array(state.body.utf8))
    #expect(note.isSigned(by: Self.key.verifier))
    let size = try Checkpoint(note.text).size
    #expect(size >= act.seq)
    let proof = try ActProof(reading: Array(try await Self.get("/log/proof/\(act.seq)").body.utf8))
    #expect(proof.checkpoint == note)
    #expect(try proof.check(act.hash, by: Self.key.verifier).size == size)
    #expect(try await Self.get("/log/proof/\(size)").status == 200)
    #expect(try await Self.get("/log/proof/\(size + 1)").status == 404)
  }

  @Test func pagesLeadToItWhereSomebodySigns() async throws {
    let act = try await Self.newest()
    for isSigned in [true, false] {
      let log = try await Self.get("/log?lang=en", signed: isSigned).body
      #expect(log.contains("/log/checkpoint") == isSigned)
      #expect(log.contains("\(Self.key.verifier)") == isSigned)
      #expect(log.contains("Nobody signs for this journal yet") == !isSigned)
      let page = try await Self.get("/log/\(act.seq)?lang=en", signed: isSigned).body
      #expect(page.contains("/log/proof/\(act.seq)") == isSigned)
    }
    for path in ["/log/checkpoint", "/log/proof/1"] {
      let answer = try await Self.get(path, signed: false)
      #expect(answer.status == 404 && answer.body.contains("no key to sign"))
    }
  }

  /// Tiles need no key. A whole one never changes, and may be kept.
  @Test func tilesAreThereForEveryone() async throws {
    let whole = try await Self.get("/log/tile/0/000", signed: false)
    #expect(whole.status == 200 && whole.headers[.contentType] == "application/octet-stream")
    #expect(whole.headers[.cacheControl] == "public, max-age=31536000, immutable")
    let lines = try await Self.get("/log/tile/lines/000.p/3", signed: false)
    #expect(lines.body.split(separator: "\n").count == 3 && lines.headers[.cacheControl] == "no-cache")
    #expect(lines.body.hasPrefix(#"{"v":2,"seq":1,"#))
    for path in ["/log/tile", "/log/tile/0", "/log/tile/0/000.json", "/log/tile/0/00", "/log/tile/3/000"] {
      #expect(try await Self.get(path, signed: false).status == 404, "\(path)")
    }
  }
}
