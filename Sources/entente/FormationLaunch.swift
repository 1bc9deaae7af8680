import App
import ArgumentParser
import Governance
import Kernel
import Telling
import Registry

extension FormationCommand {
  struct Charter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Names the charter drafted for it: a file, or one built in. It must check clean.",
      discussion: "Example: entente formation charter lake Charters/lake/2027.yaml --as ana:secretariat")
    @OptionGroup var step: Step
    @Argument(
      help: "A file, or a charter that is built in, such as fsc/2017", completion: .file(extensions: ["yaml"])
    )
    var charter: String
    @OptionGroup var common: Common

    func run() async throws {
      let day = try await step.day(common)
      let intent = try common.intent("charter", basis: charter)
      let named = try await common.with {
        try await $0.charter(step.id, charter, on: day, seen: step.seen, intent)
      }
      FormationCommand.tell(
        step.id, named.version, asJSON: common.json,
        "\(step.id): its charter is \(named.label). Next: entente formation launch \(step.id) --decision ID --preview"
      )
    }
  }

  struct Launch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Launches it, on a decision of the body that the charter names; --preview writes nothing.",
      discussion: """
        Example: entente formation launch lake --decision dec-31 --preview --as ana:secretariat
        The new partnership is kept beside this one, with its ties to treaties, and the answer says how to make a store \
        of its own.
        """)
    @OptionGroup var step: Step
    @ArgumentParser.Option(help: "The decision that launches it, by its id") var decision: String
    @Flag(help: "Say what would happen, and write nothing") var preview = false
    @OptionGroup var common: Common

    func run() async throws {
      let day = try await step.day(common)
      let intent = try common.intent("launch", basis: decision)
      let rehearsal = preview ? Preview() : nil
      let launch = try await common.with {
        try await $0.launch(
          step.id, by: decision, on: day, seen: step.seen, intent, preview: rehearsal)
      }
      if common.json { return print(rehearsal?.moved.beside(json(launch)) ?? json(launch)) }
      let language = try common.spoken
      print(
        "\(launch.partnership.name.text(in: language).text) \(preview ? "would be" : "is") launched on \(day) by \(decision)."
      )
      print("Kept beside this partnership:")
      print("  partnership \(launch.partnership.id)")
      for tie in launch.interactions {
        print("  interaction \(tie.id): \(tie.modality ?? "") with \(tie.treaty?.text ?? "")")
      }
      if launch.interactions.isEmpty {
        print("  no interaction: its charter ties it to no treaty on record here")
      }
      rehearsal?.moved.tell()
      print(
        preview
          ? "Nothing was written. Its own store would then be made with:" : "Its own store is made with:")
      for line in commands(launch.formation) { print("  \(line)") }
    }

    /// How the new partnership gets its own journal.
    private func commands(_ formation: Formation) -> [String] {
      let (charter, edition) = (formation.charter ?? "", formation.edition ?? "")
      let make = "entente --database \(charter).sqlite init --charter \(charter)"
      let place = common.database.map { " --database \($0)" } ?? ""
      guard formation.charterText != nil else { return [make] }
      return [
        "mkdir -p charters/\(charter)",
        "entente\(place) formation show \(formation.id) --charter-text > charters/\(charter)/\(edition).yaml",
        make + " --charters charters",
      ]
    }

    private func json(_ launch: App.Partnership.Launch) -> String {
      var json = JSONWriter()
      json.raw(#"{"written":"#)
      (!preview).write(to: &json)
      json.raw(#","formation":"#)
      Formation.schema.write(launch.formation, to: &json)
      json.raw(#","partnership":"#)
      launch.partnership.write(to: &json)
      json.raw(#","interactions":["#)
      for (index, tie) in launch.interactions.enumerated() {
        if index > 0 { json.raw(",") }
        tie.write(to: &json)
      }
      json.raw(#"],"commands":"#)
      commands(launch.formation).write(to: &json)
      json.raw("}")
      return json.text
    }
  }

  struct Abandon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives it up, with the reason.",
      discussion:
        "Example: entente formation abandon lake --reason-en \"The lakes are sampled by the states.\" --as ana:secretariat"
    )
    @OptionGroup var step: Step
    @ArgumentParser.Option(help: "Why, in English") var reasonEn: String?
    @ArgumentParser.Option(help: "The same in French") var reasonFr: String?
    @OptionGroup var common: Common

    func run() async throws {
      let day = try await step.day(common)
      let intent = try common.intent("abandon", basis: reasonEn ?? reasonFr ?? "")
      let version = try await common.with {
        try await $0.abandon(
          step.id, because: .given(english: reasonEn, french: reasonFr), on: day, seen: step.seen, intent)
      }
      FormationCommand.tell(step.id, version, asJSON: common.json, "\(step.id): abandoned on \(day)")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows how far it is and what its next step lacks.",
      discussion: """
        Example: entente formation show lake
        Its history: entente show formation lake --history
        """)
    @Argument(help: "The formation's id") var id: String
    @Flag(help: "Print the charter drafted for it, as YAML, and nothing else") var charterText = false
    @OptionGroup var common: Common

    func run() async throws {
      let language = try common.spoken
      let found = try await common.with { try await $0.formation(id, on: $0.today()) }
      if charterText { return try tellText(found.formation) }
      let missing = found.missing.map { $0.sentence(in: language) }
      if common.json {
        var json = JSONWriter()
        json.raw(#"{"formation":"#)
        Formation.schema.write(found.formation, to: &json)
        json.raw(#","version":"#)
        found.version.write(to: &json)
        json.raw(#","missing":"#)
        missing.write(to: &json)
        json.raw("}")
        return print(json.text)
      }
      Terminal.table(
        [
          ["name", found.formation.name.text(in: language).text], ["state", found.formation.state.rawValue],
          ["version", "\(found.version)"],
        ]
          + Formation.steps.compactMap { step in
            found.formation.day(of: step).map { [step.rawValue, $0.description] }
          })
      if !missing.isEmpty { print("\nThe next step lacks:") }
      for sentence in missing { print("  \(sentence)") }
    }

    private func tellText(_ formation: Formation) throws {
      guard let text = formation.charterText else {
        throw formation.charter.map {
          Refusal("no-text.built-in", ["formation": .text(id), "charter": .text($0)])
        } ?? Refusal("no-text", ["formation": .text(id)])
      }
      print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    }
  }
}
