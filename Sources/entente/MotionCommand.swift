import App
import ArgumentParser
import Governance
import Kernel
import Registry

struct MotionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "motion",
    abstract: "A text is put to a body, seconded, voted on and counted, under the rule of the charter.",
    discussion: """
      Example: entente motion propose m-1 --subject framework --by acme --text-en "Adopt it." \
      --text-fr "L\u{2019}adopter." --as ana:focal-point:acme
               entente motion open m-1 --on 2026-11-02 --as jo:member:advisory-group
               entente motion vote m-1 acme yes --as ana:focal-point:acme
               entente motion count m-1 --preview
      Which body decides, and by which rule, stands in the charter under decisions.who-decides. What is carried enters \
      the log of decisions.
      """,
    subcommands: [
      Propose.self, Second.self, Open.self, ChangeText.self, RegisterOf.self, Vote.self, Count.self,
    ])

  /// The text of a motion, in the two languages of a charter.
  struct Text: ParsableArguments {
    @Option(help: "The text in English") var textEn: String
    @Option(help: "The text in French") var textFr: String
    var both: Translated { Translated(.en, [.en: textEn, .fr: textFr]) }
  }

  /// A motion, a day, and who acts.
  struct On: ParsableArguments {
    @Argument(help: "The motion\u{2019}s id") var id: String
    @Option(help: "The day, such as 2026-11-02 (default: today)") var on: String?
    @Option(help: "The rule, decision or source it rests on") var reason = ""
    @OptionGroup var common: Common

    var day: Day { get async throws { try await common.day(on) } }

    /// Says what was done.
    func tell(_ sentence: String) {
      print(common.json ? #"{"kind":"motion","id":"\#(id)"}"# : sentence)
    }
  }

  struct Propose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts a text to the body that decides on its subject.")
    @OptionGroup var on: On
    @OptionGroup var text: Text
    @Option(help: "What it is about, a word of the charter\u{2019}s who-decides") var subject: String
    @Option(name: .customLong("by"), help: "A member that proposes it; may stand several times")
    var proposers: [String]
    @Option(help: "The body, where several decide on the subject") var body: String?
    @Option(help: "The session it is put at") var session: String?
    @Option(name: .customLong("class"), help: "Its class, where the charter tells classes apart") var form:
      String?
    @Option(help: "A rule of the charter, where it names none for the subject") var rule: String?

    func run() async throws {
      let intent = try on.common.intent("propose", basis: on.reason)
      let motion = Motion.Proposal(
        id: .init(on.id), text: text.both, subject: subject, by: proposers, body: body.map { .init($0) },
        session: session.map { .init($0) }, form: form, rule: rule, on: try await on.day)
      try await on.common.with { try await $0.propose(motion, intent) }
      on.tell("Motion \(on.id) is proposed.")
    }
  }

  struct Second: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Names the members that stand behind a motion.")
    @OptionGroup var on: On
    @Option(name: .customLong("by"), help: "A member that seconds it; may stand several times")
    var seconders: [String]

    func run() async throws {
      let intent = try on.common.intent("second", basis: on.reason)
      let day = try await on.day
      try await on.common.with { try await $0.second(on.id, by: seconders, on: day, intent) }
      on.tell("Motion \(on.id) is seconded by \(seconders.joined(separator: ", ")).")
    }
  }

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens a motion for votes, or begins the days of a silence procedure.")
    @OptionGroup var on: On

    func run() async throws {
      let intent = try on.common.intent("open", basis: on.reason)
      let day = try await on.day
      try await on.common.with { try await $0.open(motion: on.id, on: day, intent) }
      on.tell("Motion \(on.id) is open from \(day).")
    }
  }

  struct ChangeText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: "Changes the text of an open motion; under silence the days begin again.")
    @OptionGroup var on: On
    @OptionGroup var text: Text

    func run() async throws {
      let intent = try on.common.intent("change", basis: on.reason)
      let day = try await on.day
      try await on.common.with { try await $0.change(motion: on.id, to: text.both, on: day, intent) }
      on.tell("The text of motion \(on.id) is changed on \(day).")
    }
  }
}
