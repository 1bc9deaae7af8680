import App
import ArgumentParser
import Kernel
import Store

struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Moves a record to its next state.",
    discussion: """
      Examples: entente move partner acme admit --as ana:secretariat --reason "decision of 3 May"
                entente move area supply absorb --into minamata --on 2027-01-01 --as ana:secretariat
      """
  )

  @Argument(help: "A kind with states, such as partner") var kind: String
  @Argument(help: "The record's id") var id: String
  @Argument(help: "The move, such as admit") var move: String
  @Option(help: "The rule or decision it rests on") var reason = ""
  @Option(help: "The day from which it holds, where the record keeps one (default: today)") var on: String?
  @Option(help: "The area, body or treaty that goes on with an area that is merged or absorbed") var into:
    String?
  @Option(help: "The group of signatories a partner signed a declaration with, from 1") var tranche: Int?
  @OptionGroup var common: Common

  func run() async throws {
    let type = try Capabilities.kind(kind)
    let intent = try common.intent(move, basis: reason)
    try await common.with { try await carryOut(type, $0, intent) }
  }

  private func carryOut<R: Record>(_ type: R.Type, _ partnership: Partnership, _ intent: Intent) async throws
  {
    let day = try on.map { try Day(cell: $0) } ?? .today
    let version = try await partnership.move(
      R.self, id, by: move, on: day, into: into, tranche: tranche, intent)
    print(
      common.json
        ? #"{"kind":"\#(R.kind)","id":"\#(id)","version":\#(version)}"#
        : "\(R.kind) \(id): \(move), version \(version)")
  }
}
