import App
import ArgumentParser
import Kernel
internal import Wording

/// The command line. Each command is one file; what it does lives in App.
struct Entente: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "The software a treaty partnership runs on.",
    discussion: """
      A partnership is made once from its charter (init) and then served (serve), listed, reported on and changed. \
      Every change is an act in a journal that anyone can verify.

      Exit codes: 0 done; 1 failed while working; 2 the input was refused; 64 the command was not understood; 74 done, \
      and the answer could not be written.
      Settings come from the command line, ENTENTE_* variables, or entente.yaml; "entente doctor" shows which from where.
      """,
    version: Version.current,
    subcommands: [
      Init.self, Serve.self, ListRecords.self, Show.self, ActCommand.self, Move.self, Verbs.self, Import.self,
      Export.self,
      ReportCommand.self, OptionsCommand.self, MotionCommand.self, CheckCommand.self, CharterCommand.self,
      JournalCommand.self, PersonCommand.self, PartnerCommand.self, PledgeCommand.self,
      AllocateCommand.self, Duties.self, RollUpCommand.self,
      FormationCommand.self, Rebuild.self, BackupCommand.self, Restore.self, Doctor.self,
    ])
}

@main
enum Main {
  static func main() async {
    Terminal.begin()
    do {
      var command = try Entente.parseAsRoot(globalOptionsLast(CommandLine.arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      if !Terminal.hasAnswered() { Entente.exit(withError: ExitCode(74)) }
    } catch let refused as Refused {
      refused.report()
      Entente.exit(withError: ExitCode(2))
    } catch let faults as CharterShelf.Faults {
      Refused(faults.refusals).report()
      Entente.exit(withError: ExitCode(2))
    } catch let refusal as Refusal {
      Refused([refusal]).report()
      Entente.exit(withError: ExitCode(refusal.isFailure ? 1 : 2))
    } catch {
      Entente.exit(withError: error)
    }
  }

  /// Options that hold for every command may stand before it: `entente --database x list areas`.
  static func globalOptionsLast(_ arguments: ArraySlice<String>) -> [String] {
    var rest = arguments
    var moved: [String] = []
    while let first = rest.first, Common.names.contains(where: { first == $0 || first.hasPrefix($0 + "=") }) {
      moved.append(rest.removeFirst())
      if first != "--json", !first.contains("="), let value = rest.popFirst() { moved.append(value) }
    }
    return rest + moved
  }
}

extension Refusal {
  /// Whether it tells of work that failed rather than of input that was wrong.
  var isFailure: Bool {
    [
      "store", "disk-full", "busy", "damaged", "unreachable", "timed-out", "broken-chain", "read-only",
      "newer-program", "foreign-log",
    ]
    .contains(code)
  }
}

/// Input that was refused, with a sentence for each fault.
struct Refused: Error {
  let refusals: [Refusal]
  init(_ refusals: [Refusal]) { self.refusals = refusals }

  /// What `--language` or a setting says, read without the parser: it may be the one that was refused.
  private static var language: Language {
    let words = CommandLine.arguments
    let typed = words.firstIndex(of: "--language").map { words[($0 + 1)...].first }
    let joined = words.first { $0.hasPrefix("--language=") }.map { String($0.dropFirst(11)) }
    let chosen = (typed ?? nil) ?? joined ?? (try? Settings(typed: [:]))?["language"] ?? ""
    return Language(rawValue: chosen) ?? .en
  }

  func report() {
    if CommandLine.arguments.contains("--json") {
      var json = JSONWriter()
      json.raw("[")
      for (index, refusal) in refusals.enumerated() {
        if index > 0 { json.raw(",") }
        refusal.write(to: &json, in: Self.language)
      }
      json.raw("]")
      Terminal.complain(json.text)
    } else {
      for refusal in refusals { Terminal.complain(refusal.told(in: Self.language)) }
    }
  }
}
