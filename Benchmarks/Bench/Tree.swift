import Foundation
import Kernel
import Proofs
import Samples
import Store
import StoreSQLite

/// The tree over a store's acts: how long it takes to keep its hashes once, and then to sign the state and to prove an act.
func tree(acts: Int) async throws {
  let path = try fresh("tree.sqlite")
  defer { discard(path) }
  try fillBeside(path, acts: acts)
  let database = try SQLiteDatabase(path: path)
  let projection = Projection([Buoy.self], beside: SideTable.ofStore + [KeptTree.table])
  try await database.write { try projection.migrate($0) }
  let key = try SignerKey(newFor: "example.org/log")
  let unkept = try await timed { try await database.read { try $0.checkpoint(signedBy: key) } }
  let kept = try await timed { while try await database.write({ try $0.growTree(by: 200) }) {} }
  let state = try await timed { try await database.read { try $0.checkpoint(signedBy: key) } }
  guard state.result.text == unkept.result.text else {
    throw Refusal(code: "store", Phrase(asItIs: "what is kept of the tree leads to another root"))
  }
  var (proofs, longest): ([Double], Int) = ([], 0)
  for number in 0..<200 {
    let act = 1 + number * 7919 % acts
    let proof = try await timed { try await database.read { try $0.proof(ofAct: act, signedBy: key) } }
    proofs.append(proof.seconds)
    longest = max(longest, proof.result?.text.utf8.count ?? .max)
  }
  try await database.close()
  tell([
    "what": "tree", "acts": acts, "seconds": kept.seconds, "state_ms": state.seconds * 1000,
    "unkept_ms": unkept.seconds * 1000, "proof_ms": proofs.median * 1000, "proof_bytes": longest,
    "peak_megabytes": peakMegabytes,
  ])
}
