import App
import ArgumentParser
import Exchange
import Kernel
import Store

struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows one record, or its history; without an id, how many records a kind has.",
    discussion: "Example: entente show area gold --history")

  @Argument(help: "A kind, such as area") var kind: String
  @Argument(help: "The record's id") var id: String?
  @Flag(help: "Every act on the record") var history = false
  @OptionGroup var common: Common

  func run() async throws {
    let type = try Capabilities.kind(kind)
    try await common.with { try await show(type, $0) }
  }

  private func show<R: Record>(_ type: R.Type, _ partnership: Partnership) async throws {
    guard let id else {
      let listing = Listing(viewer: .host)
      let count = try await partnership.database.read { try $0.count(R.self, listing) }
      print(common.json ? #"{"kind":"\#(R.kind)","records":\#(count)}"# : "\(count) \(R.plural)")
      return
    }
    // What was taken back is in no list, and its history stays.
    let acts = history ? try await partnership.database.read { try $0.history(kind: R.kind, record: id) } : []
    if !acts.isEmpty { return JournalCommand.tell(acts, asJSON: common.json) }
    guard let found = try await partnership.database.read({ try $0.find(R.self, id) }) else {
      throw Refusal("not-found", ["kind": .text(R.kind), "id": "\(id)"])
    }
    if common.json {
      var json = JSONWriter()
      R.schema.write(found.record, to: &json)
      return print(json.text)
    }
    let language = try common.spoken
    let texts = R.schema.shown(found.record, in: language)
    Terminal.table(
      zip(R.schema.fields.map { $0.name }, texts).map { [$0, $1] } + [["version", "\(found.version)"]])
  }
}
