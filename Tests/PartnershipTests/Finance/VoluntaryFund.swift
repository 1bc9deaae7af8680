@testable import App
import Exchange
@testable import Finance
import Foundation
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
import Wording

/// The mercury partnership after an edition that sets up its voluntary fund, with 60 USD for gold and 40 USD for no area.
enum VoluntaryFund {
  static let day = Day(2022, 5, 3)
  static let intent = Intent("allocate", by: "ana", as: .secretariat)

  /// - Parameter changes: further places of the charter that are another: what stands there, and what shall.
  static func with<T: Sendable>(
    _ changes: [(String, String)] = [], gifts: [Contribution] = standing,
    _ body: @Sendable (App.Partnership) async throws -> T
  ) async throws -> T {
    try await FoundedPartnership.with { partnership in
      var text = NoteCharter.text("2020")
      let all =
        [
          (#"edition: "2020""#, #"edition: "2022""#),
          (
            "class: voluntary\n      exists: {value: false, basis: implied}",
            "class: voluntary\n      exists: true"
          ),
        ] + changes
      for (old, new) in all {
        try #require(text.contains(old), "the charter no longer holds: \(old)")
        text = text.replacing(old, with: new)
      }
      let path = partnership.address.description + ".yaml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
      _ = try await partnership.adopt(
        path, since: When(2022), decision: decision, Intent("adopt", by: "ana", as: .secretariat))
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for gift in gifts { try journal.append(gift, NotePartnership.secretariat) }
      }
      return try await body(partnership)
    }
  }

  static let standing = [gift("gold-gift", 60_00, for: "gold"), gift("free-gift", 40_00)]

  static func gift(
    _ id: String, _ minor: Int, _ currency: String = "USD", for area: String? = nil, received: When? = nil
  ) -> Contribution {
    Contribution(
      id: .init(id), donor: "Foundation", partner: nil, sector: "private",
      amount: Money(minor: minor, currency: currency), valuation: nil, window: .init("voluntary-fund"),
      cycle: "cycle-2022-2023", earmark: area.map { .init($0) }, received: received,
      provenance: Provenance(["test"]))
  }

  static func wanted(
    _ amount: String, area: String? = nil, activity: String? = nil, of window: String = "voluntary-fund",
    on day: Day = day, decision: String? = nil, id: String? = nil
  ) throws -> Allocation.Wanted {
    .init(
      id: id.map { .init($0) }, window: .init(window), amount: try Money(cash: amount),
      area: area.map { .init($0) }, activity: activity.map { .init($0) }, cycle: "2022-2023",
      decision: decision.map { .init($0) }, on: day)
  }

  /// The sentence with which an allocation is refused; nil where it is made.
  static func refusal(
    _ wanted: @autoclosure () throws -> Allocation.Wanted, _ partnership: App.Partnership,
    as capacity: Capacity = .secretariat
  ) async throws -> String? {
    do {
      _ = try await partnership.allocate(
        try wanted(), Intent("allocate", by: "ana", as: capacity))
      return nil
    } catch let refusal as Refusal { return refusal.sentence }
  }

  /// What a file does, row by row: `add`, or the sentence it is refused with.
  static func taking<R: Record>(
    _ type: R.Type, _ csv: String, _ partnership: App.Partnership
  ) async throws -> [String] {
    let file = try CSVFile(Array(csv.utf8), name: "\(R.plural).csv")
    return try await partnership.take(type, file, intent).outcomes.map { outcome in
      outcome.refusals.first?.sentence ?? outcome.verdict.rawValue
    }
  }

  static func balance(_ partnership: App.Partnership, _ currency: String = "USD") async throws
    -> WindowBalance
  {
    try await partnership.database.read {
      try $0.windowLedger(cycles: $0.cycleStarts()).balance(of: "voluntary-fund", in: currency, on: day)
    }
  }
}
