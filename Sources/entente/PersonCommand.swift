import App
import ArgumentParser
import Kernel
import Store

struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "How to reach a person: kept beside the journal, and erased at their wish.",
    subcommands: [ContactOf.self, Reach.self, Erase.self])

  struct ContactOf: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "contact", abstract: "Shows how to reach a person.")
    @Argument(help: "The person's id") var id: String
    @OptionGroup var common: Common

    func run() async throws {
      let contact = try await common.with { try await $0.contact(of: id) }
      let rows = [
        ("person", id), ("name", contact.name), ("email", contact.email), ("phone", contact.phone),
        ("note", contact.note),
      ]
      guard common.json else {
        return Terminal.table(rows.map { [$0.0, $0.1 ?? "not stated"] })
      }
      var json = JSONWriter()
      for (index, row) in rows.enumerated() {
        json.raw(index == 0 ? "{" : ",")
        json.write(row.0)
        json.raw(":")
        row.1.write(to: &json)
      }
      json.raw("}")
      print(json.text)
    }
  }

  struct Reach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes down how to reach a person. It enters no journal, so that it can be erased for good.",
      discussion: "Example: entente person reach ana --name \"Ana Example\" --email ana@example.org")
    @Argument(help: "The person's id, which must be on record") var id: String
    @Option(help: "The name they go by") var name: String
    @Option(help: "Where mail reaches them") var email: String?
    @Option(help: "Where a call reaches them") var phone: String?
    @Option(help: "What else one must know to reach them") var note: String?
    @OptionGroup var common: Common

    func run() async throws {
      try await common.with {
        try await $0.reach(id, name: name, email: email, phone: phone, note: note)
      }
      print("\(id) can be reached; the journal does not know how.")
    }
  }

  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forgets how to reach a person, for whom they acted and what they know about.",
      discussion: """
        Gone are name, address, telephone and note, partner, body and role, from the record and from earlier acts, the \
        expertise that names them, and the bytes all of it stood in. What stays is the id, by which acts say who acted.
        Example: entente person erase ana --as ben:secretariat
        It cannot be undone. Backups made before still hold the contact data: erase them too, or let them expire.
        """)
    @Argument(help: "The person's id") var id: String
    @Option(help: "Why, kept with the act") var reason = "at the person's wish"
    @OptionGroup var common: Common

    func run() async throws {
      let intent = try common.intent("erase", basis: reason)
      let wasThere = try await common.with { try await $0.erase(person: id, intent) }
      print(
        wasThere
          ? "Erased. What remains of \(id) is the id."
          : "There was no contact to erase. What remains of \(id) is the id."
      )
    }
  }
}
