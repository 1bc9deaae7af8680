import App
import ArgumentParser
import Kernel
import Proofs

/// `entente journal key`
struct JournalKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The key that signs for the journal.",
    subcommands: [Shown.self, Made.self], defaultSubcommand: Shown.self)

  struct Shown: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows by what anyone checks the signature.",
      discussion: "Publish it somewhere else too: who asks only this server for it trusts this server.")
    @OptionGroup var common: Common

    func run() async throws {
      let key = try await common.with { try $0.key() }
      JournalKeyCommand.tell(key, asJSON: common.json)
    }
  }

  struct Made: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make",
      abstract: "Makes the key, for a partnership that has none: one that was restored or moved.",
      discussion: """
        It lies beside the store, for its owner alone to read; no backup holds it. Where the journal was signed for before, take the \
        old key if you can: whoever keeps a state that it signed cannot check what another key signs.
        Example: entente journal key make --origin mercury.example.org/gmp/log
        """)
    @Option(help: "What the journal is called: the address it has, without a scheme") var origin: String
    @OptionGroup var common: Common

    func run() async throws {
      let key = try await common.with { try LogKey.make(for: $0.address, origin: origin) }
      JournalKeyCommand.tell(key, asJSON: common.json)
    }
  }

  static func tell(_ key: LogKey, asJSON: Bool) {
    guard !asJSON else {
      var json = JSONWriter()
      json.raw(#"{"path":"#)
      json.write(key.place)
      json.raw(#","key":"#)
      json.write("\(key.signer.verifier)")
      json.raw("}")
      return print(json.text)
    }
    print("\(key.signer.verifier)")
    Terminal.note("With this anyone checks a signature. The key that signs lies at \(key.place).")
  }
}
