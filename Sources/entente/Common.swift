import App
import ArgumentParser
import Kernel

/// Options of every command.
struct Common: ParsableArguments {
  static let names = ["--database", "--charters", "--language", "--json", "--as"]

  @Option(help: "Where the partnership is kept: a file, or postgres://… (default: data/entente.sqlite)")
  var database: String?
  @Option(help: "A folder with charters, instead of those built in")
  var charters: String?
  @Option(help: "Language of what is printed: en or fr")
  var language: String?
  @Flag(help: "Print for a program: JSON")
  var json = false
  @Option(name: .customLong("as"), help: "Who acts: PERSON:CAPACITY, such as ana:secretariat")
  var actor: String?

  func settings(_ more: [String: String?] = [:]) throws -> Settings {
    let typed = ["database": database, "charters": charters, "language": language]
    return try Settings(typed: typed.merging(more) { $1 })
  }

  var spoken: Language {
    get throws {
      let text = try settings()["language"]
      guard let language = Language(rawValue: text) else {
        throw Refusal("language", ["known": .list(Language.allCases.map(\.rawValue))])
      }
      return language
    }
  }

  func address() throws -> StoreAddress { StoreAddress(try settings()["database"]) }

  func open() async throws -> Partnership {
    try await Partnership.open(at: address()) { Terminal.note($0) }
  }

  /// A day that was typed, or the day it is where the partnership's days begin.
  func day(_ text: String?) async throws -> Day {
    guard let text else { return try await with { try await $0.today() } }
    return try Day(cell: text)
  }

  /// Runs a body on the opened partnership and lets go of it whatever happens.
  func with<T>(_ body: (Partnership) async throws -> T) async throws -> T {
    let partnership = try await open()
    do {
      let result = try await body(partnership)
      try await partnership.close()
      return result
    } catch {
      try? await partnership.close()
      throw error
    }
  }

  /// Who acts, for commands that change something.
  func intent(_ verb: String, basis: String) throws -> Intent {
    guard let actor else {
      throw Refusal("actor")
    }
    let parts = actor.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].isWord else {
      throw Refusal("actor.form", ["actor": .text(actor)])
    }
    return Intent(verb, by: parts[0], as: try Capacity(givenBy: parts[1]), basis: basis)
  }
}
