import Acting
@testable import App
import Charters
import Foundation
import Kernel
import Samples
import Store
import Testing

/// What is offered is what is accepted: `verbs` and `act` never differ.
@Suite struct OffersTests {
  /// Ids that stand for a partner, an area and a body at once; those of the charters among them.
  private static let names = ["x", "y", "advisory-group", "unea", "cop", "board", "assembly", "who"]
  private static let charters = [
    ("gmp", "2010"), ("gmp", "2020"), ("fsc", "2017"), ("gard", "2020"), ("basel", "2019"), ("tfi", "2020"),
  ]

  /// What a verb asks for, filled in by someone who speaks of their own.
  ///
  /// - Parameter id: of what it makes beside the record: new each time, since a store remembers that an id was taken.
  private static func inputs(_ verb: any DeclaredVerb, naming own: String, id: String) -> Given {
    let members = verb.inputs.map { input -> String in
      let json = SampleRecord.json(input.shape, filled: true)
      if input.name == "id", verb.name != Keeps.correct { return "\"id\":\"\(id)\"" }
      let isName = ["who", "area", "body", "by"].contains(input.name)
      return "\"\(input.name)\":\(isName ? json.replacing("\"x\"", with: "\"\(own)\"") : json)"
    }
    return .json(Array("{\(members.joined(separator: ","))}".utf8))
  }

  private static func capacity(_ name: String, using numbers: inout some RandomNumberGenerator) -> Capacity {
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: .secretariat
    case 1: .applicant
    case 2: .focalPoint(of: name)
    case 3: .lead(of: name)
    case 4: .member(of: name)
    default: .system
    }
  }

  /// Refused for who acts or for the state, or not: any other refusal comes after the right was asked.
  private static func isAccepted(_ act: () throws -> Void) throws -> Bool {
    do { try act() } catch let refusal as Refusal {
      return refusal.code != "no-move" && refusal.field != "capacity"
    }
    return true
  }

  /// The long form: `ENTENTE_RIGHTS_TRIES=100000 ./test --filter OffersTests`.
  private static let tries =
    ProcessInfo.processInfo.environment["ENTENTE_RIGHTS_TRIES"].flatMap(Int.init) ?? 3000

  /// So many in one transaction: PostgreSQL remembers each attempt of a transaction until it ends, and is the slower for it.
  private static let batch = 500

  @Test(arguments: RightsStore.Engine.allCases)
  func whatIsOfferedIsWhatIsAccepted(engine: RightsStore.Engine) async throws {
    let charters = try Self.charters.map { try RightsStore.charter($0, $1) }
    let database = try await RightsStore.open(engine)
    var differences: Set<String> = []
    var accepted = 0
    for first in stride(from: 0, to: Self.tries, by: Self.batch) {
      let numbers = first..<min(first + Self.batch, Self.tries)
      let found = try await database.write { try Self.attempt(numbers, under: charters, $0) }
      differences.formUnion(found.differences)
      accepted += found.accepted
    }
    try await database.close()
    #expect(differences.sorted() == [])
    // Neither everything nor nothing was let through.
    #expect(accepted > Self.tries / 20 && accepted < Self.tries * 4 / 5)
  }

  /// Someone tries some verb on a record in some state, as often as there are numbers: what was offered otherwise than it
  /// was accepted, and how much was accepted. Nothing that is tried stays.
  private static func attempt(
    _ numbers: Range<Int>, under charters: [Charter], _ connection: any Connection
  ) throws -> (differences: [String], accepted: Int) {
    // Verbs that change one record; those that make one are held to the record they make, which is not there yet.
    let verbs = Capabilities.verbs.verbs.filter { !$0.makes }
    var random = SeededNumbers(seed: UInt64(7 + numbers.lowerBound))
    var differences: [String] = []
    var accepted = 0
    for number in numbers {
      let verb = try #require(verbs.randomElement(using: &random))
      let name = try #require(names.randomElement(using: &random))
      let capacity = capacity(name, using: &random)
      // Who applies is no partner yet.
      let own = capacity == .applicant ? "newcomer" : name
      let charter = charters.randomElement(using: &random)
      let state = RightsStore.states(of: verb.kind).randomElement(using: &random)
      if let state { try RightsStore.put(verb.kind, into: state, connection) }
      let occasion = Occasion(
        Intent("", by: "x", as: capacity, basis: "test"), under: OneCharter(charter: charter),
        today: .today, connection)
      let offered = try verb.holders(on: "x", occasion).include(capacity)
      try connection.execute("SAVEPOINT attempt")
      let isAccepted = try isAccepted {
        _ = try verb.carryOut(
          on: "x", inputs(verb, naming: own, id: "made-\(number)"), occasion, seen: nil)
        try connection.settle()
      }
      try connection.execute("ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt")
      accepted += isAccepted ? 1 : 0
      if offered != isAccepted {
        differences.append("\(verb.kind) \(verb.name) from \(state ?? "any") as \(capacity): \(offered)")
      }
    }
    return (differences, accepted)
  }
}

/// The same numbers on every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
