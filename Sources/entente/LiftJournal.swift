import App
import ArgumentParser
import Kernel
import Store

/// `entente journal lift`
struct LiftJournal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift", abstract: "Brings the journal of an older program to today's form, once.",
    discussion: """
      In the first form of the journal all of a record stood in the hashed line. Now what not everyone may see stands beside \
      it, and the line holds its hash: it can be erased, and nobody can guess it from what is public. Every act stays what and \
      where it was; the chain is made anew, and the first act after it holds the last hash of the old one.
      Stop every program on the store and make a copy of it first; the copy goes on holding everything in the open.
      Example: entente journal lift --preview
      """)
  @Flag(help: "Say what would be done, and do none of it") var preview = false
  @Option(help: "Why, kept with the act") var reason = "the journal's second form"
  @OptionGroup var common: Common

  func run() async throws {
    let outcome = try await Partnership.liftJournal(
      at: common.address(), Intent("lift", by: "system", as: .system, basis: reason), preview: preview
    ) { Terminal.progress($0, $1) }
    Terminal.endProgress()
    let (old, sealed) = (outcome.lifted.oldHead, outcome.lifted.sealed)
    if common.json {
      let kinds = sealed.map { #""\#($0.kind)":\#($0.acts)"# }.joined(separator: ",")
      let head = outcome.newHead.map { #""\#($0.hash.hexadecimal)""# } ?? "null"
      return print(
        #"{"acts":\#(old.seq),"sealed":{\#(kinds)},"old_head":"\#(old.hash.hexadecimal)","head":\#(head)}"#)
    }
    print("\(old.seq) acts follow from one another. The last is \(old.hash.hexadecimal).")
    let kinds = sealed.map { "\($0.acts) on \($0.kind)" }.joined(separator: ", ")
    let parts =
      sealed.isEmpty ? "None of them holds anything that not everyone may see" : "Of these, \(kinds)"
    guard let head = outcome.newHead else {
      return print("\(parts)\(sealed.isEmpty ? "" : " would be sealed"). Nothing was changed.")
    }
    print(
      "\(parts)\(sealed.isEmpty ? "" : " are sealed now"). Act \(head.seq) holds the old hash; it is \(head.hash.hexadecimal)."
    )
  }
}
