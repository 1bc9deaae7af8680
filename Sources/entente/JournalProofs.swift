import App
import ArgumentParser
import Exchange
import Kernel
import Proofs
import Store

/// `entente journal checkpoint`
struct CheckpointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Writes down the journal's state, signed: how many acts, and the root of the tree over them.",
    discussion: "Whoever keeps it can show later that an act was changed, taken out, put in or moved.")
  @OptionGroup var common: Common

  func run() async throws {
    let note = try await common.with { partnership in
      let signer = try partnership.key().signer
      return try await partnership.database.read { try $0.checkpoint(signedBy: signer) }
    }
    print(note.whole, terminator: "")
  }
}

/// `entente journal prove`
struct ProveAct: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Writes the proof that an act is in the journal (C2SP tlog-proof), to be checked without us.",
    discussion: "Example: entente journal prove 12 act-12.tlog-proof")
  @Argument(help: "The act's number") var act: Int
  @Argument(help: "The file") var file: String
  @OptionGroup var common: Common

  func run() async throws {
    let proof = try await common.with { partnership in
      let signer = try partnership.key().signer
      let act = act
      return try await partnership.database.read { try $0.proof(ofAct: act, signedBy: signer) }
    }
    guard let proof else { throw Refusal("not-found.act", ["act": "\(act)"]) }
    let whole = try LineWriter(file)
    try whole.write(Array(proof.text.utf8), end: "")
    try whole.finish()
    print("The proof of act \(act) is in \(file)")
  }
}

/// `entente journal tiles`
struct WriteTiles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiles",
    abstract:
      "Writes the signed state, the tree and the public lines into a folder, for any web server to serve.",
    discussion: """
      What stands in the folder and is whole stays as it is, so that the next time only what is new is written. The state is \
      written last. Example: entente journal tiles /var/www/gmp/log
      """)
  @Argument(help: "The folder; it is made where it is not there") var folder: String
  @OptionGroup var common: Common

  func run() async throws {
    let written = try await common.with { partnership in
      try await partnership.writeTiles(into: folder) { Terminal.progress("Tiles written", $0, of: $1) }
    }
    Terminal.endProgress()
    print("\(written.acts) acts in \(written.tiles) tiles, of which \(written.new) are new, in \(folder)")
  }
}
