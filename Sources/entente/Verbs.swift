import Acting
import App
import ArgumentParser
import Kernel
import Wording

struct Verbs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "What can be done, with what, and by whom: in general, with a kind, or with one record as it stands.",
    discussion: """
      Examples: entente verbs
                entente verbs partner
                entente verbs partner acme --as ana:focal-point:acme
                entente verbs --reference > docs/reference/rights.md
      With --as only what that capacity may do is listed. Without a kind no partnership is needed.
      """)

  @Argument(help: "A kind, such as partner") var kind: String?
  @Argument(help: "A record's id") var id: String?
  @Option(help: "The day whose charter gives the rights (default: today)") var asOf: String?
  @Flag(help: "Print the reference of all rights as Markdown") var reference = false
  @Flag(help: "Print the verbs as an API that writes would have them: OpenAPI 3.1") var openapi = false
  @Option(
    help:
      "Answer many questions at once: a file with KIND ID CAPACITY on each line; each answer is a line of verbs",
    completion: .file())
  var ask: String?
  @OptionGroup var common: Common

  func run() async throws {
    let language = try common.spoken
    if reference { return print(RightsReference.text(Capabilities.verbs, in: language), terminator: "") }
    if openapi {
      return print(String(decoding: Capabilities.writingAPI, as: UTF8.self))
    }
    if let ask { return try await answer(ask) }
    guard let kind else { return tell(Capabilities.verbs.verbs.map { Line($0, nil) }, in: language) }
    let type = try Capabilities.kind(kind)
    let capacity = common.actor == nil ? nil : try common.intent("", basis: "").capacity
    if id == nil, capacity == nil {
      return tell(Capabilities.verbs.verbs(of: type.kind).map { Line($0, nil) }, in: language)
    }
    let day = try await common.day(asOf)
    let offers = try await common.with { try await $0.offers(to: capacity, on: id, of: type, on: day) }
    tell(offers.map { Line($0.verb, $0.holders) }, in: language)
  }

  /// One line of verbs for each line of the file, in its order.
  private func answer(_ file: String) async throws {
    let day = try await common.day(asOf)
    let questions = try QuestionOfRights.read(file)
    let answers = try await common.with { try await $0.answers(to: questions, on: day) }
    for verbs in answers { print(verbs.joined(separator: "; ")) }
  }

  /// A verb, with those who hold the right where a record was asked about.
  private struct Line {
    let verb: any DeclaredVerb
    let holders: Holders?
    init(_ verb: any DeclaredVerb, _ holders: Holders?) {
      self.verb = verb
      self.holders = holders
    }
  }

  private func tell(_ lines: [Line], in language: Language) {
    guard common.json else {
      let rows = lines.map { line in
        [
          line.verb.kind, line.verb.name, line.verb.from.joined(separator: ", "), line.verb.to ?? "",
          line.verb.asked, line.verb.basis.rawValue,
          (line.holders?.phrase ?? line.verb.may.phrase(for: line.verb.kind)).sentence(in: language),
        ]
      }
      return Terminal.table(
        [["kind", "verb", "from", "to", "asks for", "basis", "who may"]] + rows, isLastWhole: true)
    }
    var json = JSONWriter()
    json.raw("[")
    for (index, line) in lines.enumerated() {
      if index > 0 { json.raw(",") }
      line.verb.write(to: &json, line.holders, in: language)
    }
    json.raw("]")
    print(json.text)
  }
}

extension DeclaredVerb {
  /// What it asks for, in short; what is not needed in brackets.
  fileprivate var asked: String {
    if [Keeps.add, Keeps.correct].contains(name) { return "its fields" }
    return inputs.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: " ")
  }

  fileprivate func write(to json: inout JSONWriter, _ holders: Holders?, in language: Language) {
    json.raw(#"{"kind":"#)
    json.write(kind)
    json.raw(#","verb":"#)
    json.write(name)
    json.raw(#","from":"#)
    from.write(to: &json)
    json.raw(#","to":"#)
    to.write(to: &json)
    json.raw(#","makes":"#)
    makes.write(to: &json)
    json.raw(#","basis":"#)
    json.write(basis.rawValue)
    json.raw(#","may":"#)
    json.write(may.phrase(for: kind).sentence(in: language))
    json.raw(#","right":"#)
    may.write(to: &json)
    json.raw(#","holders":"#)
    (holders?.phrase.sentence(in: language)).write(to: &json)
    json.raw(#","inputs":["#)
    for (index, input) in inputs.enumerated() {
      if index > 0 { json.raw(",") }
      json.raw(#"{"name":"#)
      json.write(input.name)
      json.raw(#","required":"#)
      input.isRequired.write(to: &json)
      json.raw(#","columns":"#)
      input.cells.write(to: &json)
      json.raw(#","schema":"#)
      input.shape.writeJSONSchema(to: &json)
      json.raw("}")
    }
    json.raw("]}")
  }
}
