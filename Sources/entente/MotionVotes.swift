import App
import ArgumentParser
import Charters
import Kernel

extension MotionCommand {
  struct RegisterOf: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "register", abstract: "Who takes part in deciding on a motion, on a day.")
    @OptionGroup var on: On

    func run() async throws {
      let day = try await on.day
      let voters = try await on.common.with { try await $0.register(of: on.id, on: day) }
      guard on.common.json else {
        return Terminal.table(
          [["voter", "category", "chamber", "side", "standing"]]
            + voters.map {
              [
                $0.id, $0.category ?? "", $0.chamber ?? "", $0.subChamber ?? "",
                $0.isObserver ? "observes" : $0.isInGoodStanding ? "good" : "not good",
              ]
            })
      }
      var json = JSONWriter()
      voters.map(\.id).write(to: &json)
      print(json.text)
    }
  }

  struct Vote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the vote of a member: yes, no, abstain, objects or absent.",
      discussion: """
        Example: entente motion vote m-1 acme yes --as ana:focal-point:acme
        Many votes are taken from minutes with: entente import ballots FILE --preview
        """)
    @OptionGroup var on: On
    @Argument(help: "The member whose vote it is") var voter: String
    @Argument(help: "yes, no, abstain, objects or absent") var choice: String
    @ArgumentParser.Option(name: .customLong("proxy"), help: "The member that casts it by proxy") var holder:
      String?
    @ArgumentParser.Option(help: "An interest in the matter that the member declares") var interest: String?

    func run() async throws {
      let day = try await on.day
      let intent = try on.common.intent("vote", basis: on.reason)
      try await on.common.with {
        try await $0.vote(
          choice, of: voter, on: on.id, holder: holder, interest: interest, day: day, intent)
      }
      on.tell("\(voter): \(choice) on motion \(on.id).")
    }
  }

  struct Count: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Counts the votes, line by line, and keeps what came of it; --preview keeps nothing.")
    @OptionGroup var on: On
    @Flag(help: "Say how the votes would count, and write nothing") var preview = false

    func run() async throws {
      let day = try await on.day
      let intent = preview ? nil : try on.common.intent("count", basis: on.reason)
      let language = try on.common.spoken
      let result = try await on.common.with { try await $0.count(motion: on.id, on: day, intent) }
      let lines = result.steps.map { $0.text.text(in: language).text }
      guard on.common.json else {
        for line in lines { print(line) }
        if preview { Terminal.note("Nothing was written.") }
        return
      }
      var json = JSONWriter()
      json.raw(#"{"outcome":"#)
      json.write(result.outcome.rawValue)
      json.raw(#","arithmetic":"#)
      lines.write(to: &json)
      json.raw(#","is_kept":"#)
      json.write(!preview && result.outcome != .deadlineOpen)
      json.raw("}")
      print(json.text)
    }
  }
}
