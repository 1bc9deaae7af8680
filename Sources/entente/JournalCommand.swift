import App
import ArgumentParser
import Kernel
import Store

struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "The journal: reads, checks, writes out and takes in acts.",
    subcommands: [
      Log.self, Verify.self, ExportActs.self, ImportActs.self, LiftJournal.self, CheckpointCommand.self,
      ProveAct.self, WriteTiles.self, JournalKeyCommand.self,
    ])

  /// Acts as a table or as lines of the export.
  static func tell(_ acts: [Act], asJSON: Bool) {
    guard !asJSON else {
      for act in acts {
        var json = JSONWriter()
        act.writeLine(to: &json)
        print(json.text)
      }
      return
    }
    Terminal.table(
      [["act", "when", "who", "capacity", "verb", "record", "version", "basis"]]
        + acts.map { act in
          [
            "\(act.seq)", Moment(milliseconds: act.at).description, act.actor, act.capacity, act.verb,
            "\(act.kind) \(act.record)", "\(act.version)", act.basis,
          ]
        })
  }

  struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows the last acts, newest first.")
    @Option(help: "How many") var limit = 20
    @Option(help: "Only acts before this one") var before: Int?
    @OptionGroup var common: Common

    func validate() throws {
      guard 1...10_000 ~= limit else { throw ValidationError("--limit is a number from 1 to 10000.") }
    }
    func run() async throws {
      let (limit, before) = (limit, before ?? .max)
      let acts = try await common.with { partnership in
        try await partnership.database.read { try $0.acts(before: before, limit: limit) }
      }
      JournalCommand.tell(acts, asJSON: common.json)
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks that no act was changed, added or taken out since it was recorded.")
    @OptionGroup var common: Common

    func run() async throws {
      let (checked, head) = try await common.with { partnership in
        try await partnership.database.read { connection in
          (try connection.verifyChain { Terminal.progress("Acts checked", $0) }, try connection.journalHead())
        }
      }
      Terminal.endProgress()
      print(
        common.json
          ? #"{"acts":\#(checked.acts),"erased":\#(checked.erased),"bytes":\#(checked.bytes),"head":"\#(head.hash.hexadecimal)"}"#
          : "\(checked.acts) acts follow from one another\(checked.erased > 0 ? "; what \(checked.erased) of them sealed was erased" : ""). The last is \(head.hash.hexadecimal)."
      )
    }
  }

  struct ExportActs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Writes every act to a file, one JSON object a line.",
      discussion: """
        The file holds everything, also what not everyone may see: it is a copy of the partnership. With --public it holds the \
        lines that anyone may have: the chain can be checked with them, and nothing that is sealed can be found out from them.
        """)
    @Argument(help: "The file") var file: String
    @Flag(name: .customLong("public"), help: "Without what is sealed: for anyone to check, not to import")
    var isPublic = false
    @OptionGroup var common: Common

    func run() async throws {
      let count = try await common.with { partnership in
        try await JournalFile.export(from: partnership.database, to: file, isPublic: isPublic) {
          Terminal.progress("Acts written", $0)
        }
      }
      Terminal.endProgress()
      print("\(count) acts in \(file)")
    }
  }

  struct ImportActs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Adds the acts of an exported file that this journal has not, and makes the tables anew.",
      discussion:
        "A place without a partnership gets one: that is how a partnership moves from one store to another.")
    @Argument(help: "The file") var file: String
    @OptionGroup var common: Common

    func run() async throws {
      let added = try await Partnership.takeJournal(file, at: common.address()) {
        Terminal.progress("Acts read", $0)
      }
      Terminal.endProgress()
      print("\(added) acts added from \(file)")
    }
  }
}
