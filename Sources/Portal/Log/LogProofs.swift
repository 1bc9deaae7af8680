internal import Kernel
internal import Proofs
internal import Store
internal import Telling
internal import Web

extension Route {
  static let checkpoint = Route("log", "checkpoint")
  static func proof(_ number: Int) -> Route { Route("log", "proof", "\(number)") }
  static func tile(_ tile: Tile) -> Route { Route(parts: ["log", "tile"] + tile.path)! }
}

/// What outsiders check the journal by: its signed state, its tree in tiles, and the proof of one act (C2SP tlog-tiles). Everyone
/// may have all of it: hashes say nothing, and lines are those of the public export.
enum LogProofs {
  static let all: [PageKind] = [
    PageKind(file: "log", "checkpoint", reply: checkpoint),
    PageKind(file: "log", "proof", PageKind.id, reply: proof),
    PageKind(file: "log", "tile", PageKind.rest, reply: tile),
  ]

  @Sendable private static func checkpoint(_ question: PageQuestion) async throws -> Reply {
    let signer = try signer(question)
    let note = try await question.reading { try $0.connection.checkpoint(signedBy: signer) }
    return reply(Array(note.whole.utf8), as: "text/plain; charset=utf-8")
  }

  @Sendable private static func proof(_ question: PageQuestion) async throws -> Reply {
    let signer = try signer(question)
    let number = Int(question.id).flatMap { "\($0)" == question.id ? $0 : nil }
    let proof = try await question.reading { loading in
      try number.flatMap { try loading.connection.proof(ofAct: $0, signedBy: signer) }
    }
    guard let proof else { throw Refusal("not-found.page") }
    var reply = reply(Array(proof.text.utf8), as: "text/plain; charset=utf-8")
    reply.fileName = "act-\(question.id).tlog-proof"
    return reply
  }

  @Sendable private static func tile(_ question: PageQuestion) async throws -> Reply {
    guard let tile = Tile(path: question.ids) else { throw Refusal("not-found.page") }
    let open = Set(question.site.kinds(for: .anyone).filter { $0.sight == .everyone }.map { $0.kind })
    guard let bytes = try await question.reading({ try $0.connection.bytes(of: tile, telling: open) }) else {
      throw Refusal("not-found.page")
    }
    guard tile.content != .lines else { return reply(bytes, as: "application/jsonl; charset=utf-8") }
    // So many hashes in one place never become others.
    return reply(bytes, as: "application/octet-stream", freshFor: 31_536_000)
  }

  private static func signer(_ question: PageQuestion) throws -> SignerKey {
    guard let signer = question.site.signer else { throw Refusal("not-found.signer") }
    return signer
  }

  private static func reply(_ bytes: [UInt8], as type: String, freshFor: Int = 0) -> Reply {
    Reply(type: type, body: bytes, tag: Fingerprint(of: bytes).short, freshFor: freshFor)
  }
}
