import App
import ArgumentParser
import Charters
import Kernel
import Telling

struct CharterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charter",
    abstract: "The agreement a partnership is made of: checked, told, compared, adopted.",
    subcommands: [
      Check.self, Explain.self, CharterKeys.self, CharterCompare.self, CharterNew.self, Adopt.self,
    ])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks charters; every fault is a sentence with its file and line.",
      discussion: "Example: entente charter check Charters/gmp/2010.yaml")
    @Argument(help: "Charter files", completion: .file(extensions: ["yaml"])) var files: [String]
    @OptionGroup var common: Common

    func run() async throws {
      var faults: [Refusal] = []
      for file in files {
        let reading = try CharterShelf.check(file: file)
        faults += reading.faults.map(\.refusal)
        guard !common.json else { continue }
        for warning in reading.warnings { Terminal.note("warning: \(warning.refusal)") }
        for remark in reading.remarks { Terminal.note("remark: \(remark.refusal)") }
        if let charter = reading.charter {
          print("\(file): \(charter.label) can be used; \(said(reading.warnings.count, "warning"))")
        } else {
          print("\(file): \(said(reading.faults.count, "fault"))")
        }
      }
      guard faults.isEmpty else { throw Refused(faults) }
      if common.json { print("[]") }
    }

    private func said(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
  }

  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tells a charter in plain sentences, each with its source and its line.",
      discussion: "Example: entente charter explain Charters/gmp/2010.yaml --language fr")
    @Argument(help: "The charter", completion: .file(extensions: ["yaml"])) var file: String
    @OptionGroup var common: Common

    func run() async throws {
      let reading = try CharterShelf.check(file: file)
      guard let charter = reading.charter, let outline = reading.outline else {
        throw Refused(reading.faults.map(\.refusal))
      }
      let explanation = CharterExplanation(charter, outline, in: try common.spoken)
      if common.json {
        print(explanation.json)
      } else {
        print(explanation.text(in: try common.spoken), terminator: "")
      }
    }
  }

  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts an edition in force; the one before ends the day before and stays readable.",
      discussion: """
        Example: entente charter adopt 2027.yaml --decision dec-12 --as ana:secretariat --preview
        What the edition names and is not there is added. What people have changed since is left, and named.
        """)
    @Argument(help: "The charter", completion: .file(extensions: ["yaml"])) var file: String
    @ArgumentParser.Option(help: "The decision that adopts it, by its id") var decision: String?
    @ArgumentParser.Option(help: "When it enters into force (default: the day it says itself)") var since:
      String?
    @Flag(help: "Say what would happen, and write nothing") var preview = false
    @OptionGroup var common: Common

    func run() async throws {
      let intent = try common.intent("adopt", basis: decision ?? "charter")
      let since = try since.map { try When(text: $0) }
      let rehearsal = preview ? Preview() : nil
      let adoption = try await common.with {
        try await $0.adopt(file, since: since, decision: decision, intent, preview: rehearsal)
      }
      print("\(adoption.edition) \(preview ? "would be" : "is") in force from \(adoption.since).")
      if let before = adoption.before { print("Edition \(before) ends before that.") }
      tell("Added", adoption.added)
      tell("Changed", adoption.changed)
      tell("Ended", adoption.ended)
      tell("Left as it stands, though the edition says otherwise", adoption.left)
      adoption.rights.tell()
      guard let rehearsal else { return }
      rehearsal.moved.reports.tell()
      print(try differences(adoption), terminator: "")
      print("Nothing was written.")
    }

    /// What the edition says otherwise than the one in force, in the words of `charter compare`.
    private func differences(_ adoption: Adoption) throws -> String {
      CharterComparison(adoption.compared, in: try common.spoken).differenceText
    }

    private func tell(_ what: String, _ records: [String]) {
      guard !records.isEmpty else { return }
      print("\(what):")
      for record in records { print("  \(record)") }
    }
  }
}
