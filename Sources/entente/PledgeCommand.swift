import App
import ArgumentParser
import Kernel

struct PledgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge", abstract: "What comes in of what was promised.", subcommands: [Pay.self])

  struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes in a payment: the pledge's state follows, and a contribution says what came in.",
      discussion: """
        Example: entente pledge pay japan-2010 25000.50 --as ana:secretariat --reason "bank statement of 3 May"
        The amount is in the pledge's currency. --preview says what the pledge would then be.
        """)
    @Argument(help: "The pledge's id") var id: String
    @Argument(help: "The amount, such as 25000.50") var amount: String
    @Option(help: "The day it came in (default: today)") var on: String?
    @Option(
      help: "The cycle it counts in, where the pledge names none (default: the one that runs on the day)")
    var cycle: String?
    @Option(help: "How something in kind was valued: declared, market price …") var valuation: String?
    @OptionGroup var considered: Considered

    func run() async throws {
      let day = try await considered.common.day(on)
      try await considered.carryOut("pay") {
        try await $0.pay(
          pledge: id, amount, on: day, cycle: cycle, valuation: valuation, $1, preview: $2)
      } json: {
        #"{"kind":"pledge","id":"\#(id)","state":"\#($0.state)","paid":\#($0.paidMinor),"#
          + #""outstanding":\#($0.outstandingMinor),"contribution":"\#($0.contribution)"}"#
      } text: {
        "pledge \(id): \($0.state), \($0.paid) paid, \($0.outstanding) outstanding; contribution \($0.contribution)"
      }
    }
  }
}
