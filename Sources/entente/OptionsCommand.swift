import Telling
import App
import ArgumentParser
import Charters
import Foundation
import Kernel
import Portal

struct OptionsCommand: AsyncParsableCommand {
  /// Told for the command and for what it does when nothing more is said.
  private static let discussion = """
    Examples: entente options --as-of 2010-09-22
              entente options --format json --option 3
              entente options --add "default=2; results=memorandum:cop; name=Results by memorandum"
              entente options --charter-file draft.yaml
              entente options --format docx --language fr > options.docx
              entente options switch 3 --dry-run
    Every answer is worked out from the charter and the records as of the day, and names what it rests on. With \
    --charter-file the options of that charter are compared, those it adds included; nothing of it is kept. With --add \
    an option of your own stands beside them: how the whole is tied (default=), how areas and streams are tied that \
    differ from it, and a name, which stands last. A tie is an option to follow, by its number or in-force, or \
    formal:BODY, memorandum:BODY or none; BODY,BODY is either, BODY+BODY is both. --format charter prints it as lines \
    of a charter.
    """
  static let configuration = CommandConfiguration(
    commandName: "options",
    abstract: "What follows from each way to tie the partnership to a treaty, side by side.",
    discussion: discussion,
    subcommands: [Compare.self, Switch.self], defaultSubcommand: Compare.self)

  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the comparison (this is what \u{201C}entente options\u{201D} does).",
      discussion: discussion)
    @ArgumentParser.Option(help: "The day, such as 2010-09-22; today if left out") var asOf: String?
    @ArgumentParser.Option(
      help: "table, json, csv, html, docx or charter (default: table; with --json: json)")
    var format: Form?
    @ArgumentParser.Option(
      name: .customLong("option"), help: "An option by number or id; may stand several times") var options:
      [String] = []
    @ArgumentParser.Option(
      name: .customLong("add"), help: "An option of your own; may stand several times") var added: [String] =
        []
    @ArgumentParser.Option(
      help: "A charter whose options are compared instead", completion: .file(extensions: ["yaml"]))
    var charterFile: String?
    @ArgumentParser.Option(
      help: "Where links in the HTML lead to (default: the address that serve would take)")
    var site: String?
    @OptionGroup var common: Common

    func run() async throws {
      let day = try asOf.map { try Day(cell: $0) }
      let settings = try common.settings()
      let address = site ?? "http://\(settings["host"]):\(settings["port"])"
      let charter = try charterFile.map { try Partnership.charter(from: $0) }
      let form = (format ?? (common.json ? .json : .table)).form
      let file = OptionsFile(
        form, language: try common.spoken, asOf: day, options: options, charter: charter,
        drafts: try added.map { try OptionDraft(line: $0) })
      if format == .docx, Terminal.isWatched {
        throw Refusal("terminal")
      }
      let answer = try await common.with { try await $0.options(file, at: address) }
      let bytes = format == .docx ? try await WordFile.make(from: answer) : answer
      Terminal.answer(bytes)
    }
  }

  struct Switch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts another option in force, or says what that would move (--dry-run).",
      discussion: """
        Examples: entente options switch 3 --dry-run --since 2018-01-01
                  entente options switch 2 --decision dec-12 --as ana:member:unep-gc
        Who decides stands in the charter under decisions.who-decides.option-in-force. Reports handed over before keep \
        their addressee.
        """)
    @Argument(help: "The option, by number or id") var option: String
    @Flag(help: "Say what would move, and write nothing") var dryRun = false
    @ArgumentParser.Option(
      name: .customLong("add"),
      help: "With --dry-run: an option of your own to look at, as own-1, own-2 \u{2026}")
    var added: [String] = []
    @ArgumentParser.Option(
      name: .customLong("decision"), help: "The decision, by its id; one for each body that decides")
    var decisions: [String] = []
    @ArgumentParser.Option(help: "From which day (default: today)") var since: String?
    @OptionGroup var common: Common

    func run() async throws {
      let day = try await common.day(since)
      if dryRun { return try await preview(day) }
      guard added.isEmpty else {
        throw Refusal("own-option")
      }
      guard !decisions.isEmpty else {
        throw Refusal("no-decision.switch")
      }
      let intent = try common.intent("switch", basis: decisions.joined(separator: "; "))
      let made = try await common.with {
        try await $0.switchOption(to: option, since: day, decisions: decisions, intent)
      }
      print(
        common.json
          ? #"{"option":"\#(made)","since":"\#(day)"}"#
          : "Option \(made) is in force from \(day). Reports handed over before keep their addressee.")
    }

    private func preview(_ day: Day) async throws {
      let drafts = try added.map { try OptionDraft(line: $0) }
      let bytes = try await common.with {
        try await $0.previewSwitch(
          to: option, adding: drafts, since: day, form: common.json ? .json : .table, language: common.spoken)
      }
      Terminal.answer(bytes)
    }
  }

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, html, docx, charter
    var form: OptionsFile.Form {
      switch self {
      case .table: .told(.table)
      case .json: .told(.json)
      case .csv: .told(.csv)
      case .html: .html
      case .docx: .paper
      case .charter: .told(.charter)
      }
    }
  }
}
