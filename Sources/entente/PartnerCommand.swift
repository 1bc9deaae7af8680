import App
import ArgumentParser
import Kernel

struct PartnerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "Places a partner in a sector, or brings it into one more area.",
    subcommands: [Place.self, Join.self])

  struct Place: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Counts a partner in another sector of the charter.",
      discussion: "Example: entente partner place acme --sector private --as ana:secretariat --preview")
    @Argument(help: "The partner's id") var id: String
    @Option(help: "A sector of the charter in force, such as private") var sector: String
    @Flag(help: "Say what would happen and write nothing") var preview = false
    @Option(help: "The rule or decision it rests on") var reason = ""
    @OptionGroup var common: Common

    func run() async throws {
      let intent = try common.intent("place", basis: reason)
      let main = try await common.with {
        try await $0.place(partner: id, inSector: sector, intent, isPreview: preview)
      }
      print(
        common.json
          ? #"{"kind":"partner","id":"\#(id)","sector":"\#(sector)","counted_in":"\#(main)"}"#
          : "partner \(id): \(sector), counted in \(main)" + (preview ? ". Nothing was written." : ""))
    }
  }

  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Brings an admitted partner into one more area.",
      discussion: "Example: entente partner join acme waste --as mia:lead:waste --preview")
    @Argument(help: "The partner's id") var id: String
    @Argument(help: "An area of the charter in force") var area: String
    @Flag(help: "Say what would happen and write nothing") var preview = false
    @Option(help: "The rule or decision it rests on") var reason = ""
    @OptionGroup var common: Common

    func run() async throws {
      let intent = try common.intent("join", basis: reason)
      let areas = try await common.with {
        try await $0.join(partner: id, area: area, intent, isPreview: preview)
      }
      let list = areas.map { "\"\($0)\"" }.joined(separator: ",")
      print(
        common.json
          ? #"{"kind":"partner","id":"\#(id)","areas":[\#(list)]}"#
          : "partner \(id): works in \(areas.joined(separator: ", "))"
            + (preview ? ". Nothing was written." : ""))
    }
  }
}
