import App
import ArgumentParser
import Kernel

struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Does a verb to a record; a short form of \u{201C}entente act\u{201D}.",
    discussion: """
      Examples: entente move partner acme admit --as ana:secretariat --reason "decision of 3 May"
                entente move area supply absorb --into minamata --on 2027-01-01 --as ana:secretariat
      """
  )

  @Argument(help: "A kind, such as partner") var kind: String
  @Argument(help: "The record's id") var id: String
  @Argument(help: "The verb, such as admit") var move: String
  @Option(help: "The day from which it holds, where the verb asks for one (default: today)") var on: String?
  @Option(help: "The area, body or treaty that goes on with an area that is merged or absorbed") var into:
    String?
  @Option(help: "The group of signatories a partner signed a declaration with, from 1") var tranche: String?
  @OptionGroup var considered: Considered

  func run() async throws {
    var cells: [String: String] = [:]
    cells["on"] = try on.map { try Day(cell: $0).description }
    cells["into"] = into
    cells["tranche"] = tranche
    try await considered.act(move, of: Capabilities.kind(kind), on: id, giving: cells, seen: nil)
  }
}
