import App
import ArgumentParser
import Kernel
import Telling
import Reporting

struct Duties: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What a partner owes: as a Party to the treaty, and as a partner, apart.",
    discussion: """
      Examples: entente duties acme --as-of 2020-01-01
                entente duties acme --json
      Whether the treaty binds its country on the day is read from the dated groups of countries.
      """)

  @Argument(help: "The partner's id") var partner: String
  @Option(help: "The day, such as 2010-09-22; today if left out") var asOf: String?
  @OptionGroup var common: Common

  func run() async throws {
    let day = try await common.day(asOf)
    let language = try common.spoken
    let (regimes, text) = try await common.with {
      try await $0.regimes(of: partner, on: day, in: language)
    }
    guard common.json else { return Terminal.table(text.rows(in: language), isLastWhole: true) }
    var json = JSONWriter()
    regimes.write(to: &json)
    print(json.text)
  }
}
