import App
import ArgumentParser
import Kernel
import Store

struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Moves a record to its next state.",
    discussion: "Example: entente move partner acme admit --as ana:secretariat --reason \"decision of 3 May\""
  )

  @Argument(help: "A kind with states, such as partner") var kind: String
  @Argument(help: "The record's id") var id: String
  @Argument(help: "The move, such as admit") var move: String
  @Option(help: "The rule or decision it rests on") var reason = ""
  @OptionGroup var common: Common

  func run() async throws {
    let type = try Capabilities.kind(kind)
    let intent = try common.intent(move, basis: reason)
    try await common.with { try await carryOut(type, $0, intent) }
  }

  private func carryOut<R: Record>(_ type: R.Type, _ partnership: Partnership, _ intent: Intent) async throws
  {
    let version = try await partnership.move(R.self, id, by: move, intent)
    print(
      common.json
        ? #"{"kind":"\#(R.kind)","id":"\#(id)","version":\#(version)}"#
        : "\(R.kind) \(id): \(move), version \(version)")
  }
}
