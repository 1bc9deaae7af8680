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
    @OptionGroup var considered: Considered

    func run() async throws {
      try await considered.carryOut("place") {
        try await $0.place(partner: id, inSector: sector, $1, preview: $2)
      } json: {
        #"{"kind":"partner","id":"\#(id)","sector":"\#(sector)","counted_in":"\#($0)"}"#
      } text: {
        "partner \(id): \(sector), counted in \($0)"
      }
    }
  }

  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Brings an admitted partner into one more area.",
      discussion: "Example: entente partner join acme waste --as mia:lead:waste --preview")
    @Argument(help: "The partner's id") var id: String
    @Argument(help: "An area of the charter in force") var area: String
    @OptionGroup var considered: Considered

    func run() async throws {
      try await considered.carryOut("join") {
        try await $0.join(partner: id, area: area, $1, preview: $2)
      } json: {
        #"{"kind":"partner","id":"\#(id)","areas":[\#($0.map { "\"\($0)\"" }.joined(separator: ","))]}"#
      } text: {
        "partner \(id): works in \($0.joined(separator: ", "))"
      }
    }
  }
}
