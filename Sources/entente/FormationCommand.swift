import App
import ArgumentParser
import Governance
import Kernel

struct FormationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formation",
    abstract: "A new partnership for a need that was found: need, proposal, partners, charter, launch.",
    discussion: """
      Each step asks for what the one before left. \u{201C}entente formation show ID\u{201D} says what the next one lacks.
      """,
    subcommands: [
      Need.self, Propose.self, Join.self, Leave.self, Charter.self, Launch.self, Abandon.self, Show.self,
    ])

  /// What every step is told.
  struct Step: ParsableArguments {
    @Argument(help: "The formation's id") var id: String
    @Option(help: "The day of the step (default: today)") var on: String?
    @Option(help: "The version you had read; refused if somebody changed it since") var seen: Int?

    func day(_ common: Common) async throws -> Day { try await common.day(on) }
  }

  /// One line of what was done.
  static func tell(_ id: String, _ version: Int, asJSON: Bool, _ sentence: String) {
    print(asJSON ? #"{"kind":"formation","id":"\#(id)","version":\#(version)}"# : sentence)
  }

  struct Need: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records a need, and what it rests on.",
      discussion: """
        Example: entente formation need lake --name-en "Lake Partnership" --need-en "Nobody measures mercury in lakes." \
        --source A34 --as ana:secretariat
        """)
    @OptionGroup var step: Step
    @Option(help: "The new partnership's name in English, provisional") var nameEn: String?
    @Option(help: "The same in French") var nameFr: String?
    @Option(help: "What is needed, in English") var needEn: String?
    @Option(help: "The same in French") var needFr: String?
    @Option(help: "The legal basis it rests on, by its id") var legalBasis: String?
    @Option(help: "The request it rests on, by its id") var request: String?
    @Option(help: "The uncertainty or weakness it rests on, by its id") var uncertainty: String?
    @Option(
      name: .customLong("source"), help: "A paragraph or source that states it; may stand several times")
    var sources: [String] = []
    @Option(help: "The treaty that it is needed for, by its id") var treaty: String?
    @OptionGroup var common: Common

    func run() async throws {
      let need = Formation.Need(
        id: .init(step.id), name: .given(english: nameEn, french: nameFr),
        need: .given(english: needEn, french: needFr), legalBasis: legalBasis.map { .init($0) },
        request: request.map { .init($0) }, uncertainty: uncertainty.map { .init($0) },
        treaty: treaty.map { .init($0) }, source: sources, on: try await step.day(common))
      let intent = try common.intent("identify", basis: sources.joined(separator: "; "))
      let version = try await common.with { try await $0.identify(need, intent) }
      FormationCommand.tell(
        step.id, version, asJSON: common.json,
        "\(step.id): the need is on record. Next: entente formation propose \(step.id)")
    }
  }

  struct Propose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes a partnership for the need: what it does, to what end, and who proposes it.",
      discussion: """
        Example: entente formation propose lake --text-en "Sample ten lakes a year." --goal-en "Know the load of each lake." \
        --by fate-and-transport --as mia:lead:fate-and-transport
        """)
    @OptionGroup var step: Step
    @Option(help: "What it would do, in English") var textEn: String?
    @Option(help: "The same in French") var textFr: String?
    @Option(help: "Its goal, in English") var goalEn: String?
    @Option(help: "The same in French") var goalFr: String?
    @Option(help: "A body, area or partner by its id, or another organisation by a word") var by: String
    @Option(help: "A better name, in English") var nameEn: String?
    @Option(help: "The same in French") var nameFr: String?
    @OptionGroup var common: Common

    func run() async throws {
      let name = nameEn == nil && nameFr == nil ? nil : Translated.given(english: nameEn, french: nameFr)
      let day = try await step.day(common)
      let intent = try common.intent("propose", basis: "")
      let version = try await common.with {
        try await $0.propose(
          step.id,
          .init(
            text: .given(english: textEn, french: textFr), goal: .given(english: goalEn, french: goalFr),
            by: by, name: name, on: day), seen: step.seen, intent)
      }
      FormationCommand.tell(
        step.id, version, asJSON: common.json,
        "\(step.id): proposed by \(by). Next: entente formation join \(step.id) PARTNER")
    }
  }

  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Names a founding partner; with --agreed, records that it agreed.",
      discussion: """
        Example: entente formation join lake kenya --agreed 2027-02-01 --as ana:secretariat
                 entente formation join lake lakewatch --name-en "Lake Watch" --sector civil-society --agreed 2027-02-03 \
        --as kim:applicant
        """)
    @OptionGroup var step: Step
    @Argument(help: "A partner by its id, or a word for another organisation") var partner: String
    @Option(help: "The name of one that is no partner here, in English") var nameEn: String?
    @Option(help: "The same in French") var nameFr: String?
    @Option(help: "Its sector, of the charter in force here") var sector: String?
    @Option(help: "The day it agreed; left out, it is only named") var agreed: String?
    @OptionGroup var common: Common

    func run() async throws {
      let name = nameEn == nil && nameFr == nil ? nil : Translated.given(english: nameEn, french: nameFr)
      guard step.on == nil else {
        throw Refusal("day.naming")
      }
      let agreed = try agreed.map { try Day(cell: $0) }
      let intent = try common.intent("join", basis: "")
      let version = try await common.with {
        try await $0.join(
          step.id, .init(who: partner, name: name, sector: sector, on: agreed), seen: step.seen, intent)
      }
      FormationCommand.tell(
        step.id, version, asJSON: common.json,
        "\(step.id): \(partner) \(agreed.map { "agreed on \($0)" } ?? "is named and has not agreed yet")")
    }
  }

  struct Leave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that a founding partner left again.",
      discussion: "Example: entente formation leave lake kenya --on 2027-03-01 --as ana:secretariat")
    @OptionGroup var step: Step
    @Argument(help: "The founding partner") var partner: String
    @OptionGroup var common: Common

    func run() async throws {
      let day = try await step.day(common)
      let intent = try common.intent("leave", basis: "")
      let version = try await common.with {
        try await $0.leave(step.id, partner, on: day, seen: step.seen, intent)
      }
      FormationCommand.tell(
        step.id, version, asJSON: common.json, "\(step.id): \(partner) left on \(day)")
    }
  }
}
