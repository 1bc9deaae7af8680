import App
import ArgumentParser
import Kernel

struct PledgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge", abstract: "What comes in of what was promised.", subcommands: [Pay.self])

  struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes in a payment; the pledge's state follows from what has come in.",
      discussion: """
        Example: entente pledge pay japan-2010 25000.50 --as ana:secretariat --reason "bank statement of 3 May"
        The amount is in the pledge's currency. --preview says what the pledge would then be.
        """)
    @Argument(help: "The pledge's id") var id: String
    @Argument(help: "The amount, such as 25000.50") var amount: String
    @OptionGroup var considered: Considered

    func run() async throws {
      let minor = try Self.minor(amount)
      try await considered.carryOut("pay") {
        try await $0.pay(pledge: id, minor, $1, isPreview: considered.preview)
      } json: {
        #"{"kind":"pledge","id":"\#(id)","state":"\#($0.state)","paid":\#($0.paid),"outstanding":\#($0.outstanding)}"#
      } text: {
        "pledge \(id): \($0.state), \(Self.text($0.paid)) \($0.currency) paid, \(Self.text($0.outstanding)) outstanding"
      }
    }

    /// Hundredths of a written amount.
    private static func minor(_ text: String) throws -> Int {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isWritten =
        (1...2).contains(parts.count) && !parts[0].isEmpty && parts[0].utf8.count <= 15
        && parts.allSatisfy { $0.utf8.allSatisfy { 48...57 ~= $0 } }
        && (parts.count == 1 || (1...2).contains(parts[1].utf8.count))
      guard isWritten, let whole = Int(parts[0]) else {
        throw Refusal(
          "amount", "\u{201C}\(text.prefix(40))\u{201D} is no amount; write it as 25000 or 25000.50")
      }
      let cents = parts.count == 2 ? String(parts[1]).padding(to: 2) : "00"
      return whole * 100 + (Int(cents) ?? 0)
    }

    private static func text(_ minor: Int) -> String {
      let cents = minor % 100
      return "\(minor / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
  }
}

extension String {
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: "0", count: count - utf8.count)
  }
}
