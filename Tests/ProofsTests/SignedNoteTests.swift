import Kernel
import Proofs
import Testing
import Wording

@Suite struct SignedNoteTests {
  /// The example of Go's package golang.org/x/mod/sumdb/note.
  private static let goNote = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """
  private static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  private static func note(_ text: String) throws -> SignedNote { try SignedNote(reading: Array(text.utf8)) }

  @Test func aNoteThatAnotherProgramSignedIsRead() throws {
    let (note, key) = (try Self.note(Self.goNote), try VerifierKey(Self.goKey))
    #expect(key.description == Self.goKey)
    #expect(note.whole == Self.goNote)
    #expect(note.isSigned(by: key))
    #expect(note.text.hasSuffix("your problem is.\n"))
    let changed = try Self.note(Self.goNote.replacing("answer", with: "reason"))
    #expect(!changed.isSigned(by: key))
    #expect(!note.isSigned(by: try SignerKey(newFor: "PeterNeumann").verifier))
  }

  @Test func whatIsSignedHereIsReadAgain() throws {
    let key = try SignerKey(newFor: "mercury.example.org/gmp/log")
    let again = try SignerKey(key.text)
    #expect(again.verifier == key.verifier)
    let state = Checkpoint(origin: key.verifier.name, size: 4812, root: .leaf([1]))
    let note = try state.signed(with: again)
    #expect(try Self.note(note.whole) == note)
    #expect(note.isSigned(by: try VerifierKey("\(key.verifier)")))
    #expect(try Checkpoint(note.text) == state)
    #expect(note.text.hasPrefix("mercury.example.org/gmp/log\n4812\n"))
  }

  @Test(arguments: [
    "", "\n", "\n\n", "text", "text\n", "text\n\n", "text\n\nnobody\n", "text\n\n— a\n", "text\n\n— a ***\n",
    "text\n\n— a AAAA\n",
    "text\n\n— a+b AAAAAAAA\n", "text\n\n- a AAAAAAAA\n", "text\n\n—  a AAAAAAAA\n", "text\n\n— a AAAAAAAA",
    "\n— a AAAAAAAA\n",
    "te\u{0}xt\n\n— a AAAAAAAA\n", "te\rxt\n\n— a AAAAAAAA\n",
  ]) func whatIsNoNoteIsRefused(text: String) {
    #expect(throws: Refusal("note.form")) { try Self.note(text) }
  }

  @Test func noteOfBytesThatAreNoTextOrTooManySignaturesIsRefused() {
    #expect(throws: Refusal("note.form")) {
      try SignedNote(reading: [0xFF] + Array("text\n\n— a AAAAAAAA\n".utf8))
    }
    let many = "text\n\n" + String(repeating: "— a AAAAAAAA\n", count: 101)
    #expect(throws: Refusal("note.form")) { try Self.note(many) }
  }

  @Test(arguments: [
    "", "a", "a+b", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "Peter Neumann+c74f20a3+ARpc",
    "PeterNeumann+c74f20a3+AR",
  ]) func whatIsNoKeyIsRefused(text: String) {
    #expect(throws: Refusal("note.key")) { try VerifierKey(text) }
    #expect(throws: Refusal("note.private-key")) { try SignerKey(text) }
    #expect(throws: Refusal("note.private-key")) { try SignerKey("PRIVATE+KEY+" + text) }
  }

  @Test func aRefusedKeyIsNotQuoted() throws {
    let text = try SignerKey(newFor: "a").text
    #expect(throws: Refusal("note.private-key")) { try SignerKey(text + "A") }
    #expect(!Refusal("note.private-key").sentence.contains(text.suffix(20)))
  }

  @Test(arguments: ["", " ", "a b", "a+b", "a\u{A0}b", "a\n", String(repeating: "a", count: 251)])
  func whatIsNoNameIsRefused(name: String) {
    #expect(throws: Refusal.self) { try SignerKey(newFor: name) }
  }

  @Test(arguments: [
    "", "a\n1\n", "a\n-1\nAAAA\n", "a\n01\n\(Fingerprint.zero.base64)\n", "a\n1\n\(Fingerprint.zero.base64)",
    "a b\n1\n\(Fingerprint.zero.base64)\n", "a\n1\nAAAA\n",
    "a\n99999999999999999999\n\(Fingerprint.zero.base64)\n",
  ])
  func whatIsNoStateIsRefused(text: String) {
    #expect(throws: Refusal("note.checkpoint")) { try Checkpoint(text) }
  }
}
