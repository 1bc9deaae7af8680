internal import Kernel

/// One who stands for a seat, or for a constituency with several.
public struct Candidate: Sendable, Hashable {
  public let id: String
  public let seat: String
  public init(_ id: String, for seat: String) {
    self.id = id
    self.seat = seat
  }
}

/// The candidates whom one voter names for one seat.
public struct Choice: Sendable, Hashable {
  public let voter: String
  public let seat: String
  public let names: [String]
  public init(_ voter: String, _ seat: String, _ names: [String]) {
    self.voter = voter
    self.seat = seat
    self.names = names
  }
}

/// Who holds which seat after an election.
public struct ElectionResult: Sendable, Hashable {
  public struct Filled: Sendable, Hashable {
    public let seat: String
    public let holders: [String]
    /// Those with as many votes for the last seat; nobody of them holds it.
    public let tied: [String]
    public let vacant: Int
  }
  /// In the order the seats were filled; empty where there was no quorum.
  public let seats: [Filled]
  public let hasQuorum: Bool
  public let steps: [BallotStep]
}

extension DecisionRule {
  /// Fills the seats of a body one after the other, each by most votes. Who holds a seat already is passed over in the
  /// next, so the order of the charter matters.
  ///
  /// - Parameters:
  ///   - seats: in their order; see `SeatPlan.seats(with:)`.
  ///   - choices: at most as many names as the seat has places; more are void.
  public func elect(
    _ seats: [SeatPlan.Seat], candidates: [Candidate], choices: [Choice], register: [Voter]
  ) throws -> ElectionResult {
    guard kind == .vote || kind == .appointment else {
      throw Refusal("not-an-election", ["rule": .text(id)])
    }
    var steps = BallotSteps()
    var spoke: Set<String> = []
    let votes = choices.compactMap { spoke.insert($0.voter).inserted ? Vote($0.voter, .yes) : nil }
    let roll = try roll(Poll(register: register, votes: votes), &steps)
    let weighing = try Weighing(self, roll, &steps)
    guard hasQuorum(quorum, roll, weighing, &steps) else {
      steps.add(
        "outcome", holds: false, Phrase("tally.election.noQuorum"))
      return ElectionResult(seats: [], hasQuorum: false, steps: steps.list)
    }
    var seated: Set<String> = []
    var filled: [ElectionResult.Filled] = []
    for seat in seats {
      let result =
        seat.filling == .election
        ? fill(seat, candidates, choices, roll, weighing, seated, &steps)
        : ElectionResult.Filled(
          seat: seat.id, holders: seat.filling == .permanent ? [seat.id] : [], tied: [],
          vacant: seat.filling == .permanent ? 0 : seat.number)
      seated.formUnion(result.holders)
      filled.append(result)
    }
    return ElectionResult(seats: filled, hasQuorum: true, steps: steps.list)
  }

  private func fill(
    _ seat: SeatPlan.Seat, _ candidates: [Candidate], _ choices: [Choice], _ roll: Roll,
    _ weighing: Weighing, _ seated: Set<String>, _ steps: inout BallotSteps
  ) -> ElectionResult.Filled {
    var standing: [String] = []
    for candidate in candidates where candidate.seat == seat.id && !standing.contains(candidate.id) {
      if seated.contains(candidate.id) {
        steps.add(
          "passed-over", about: seat.id,
          Phrase("tally.election.passedOver", ["seat": .text(seat.id), "candidate": .text(candidate.id)]))
      } else {
        standing.append(candidate.id)
      }
    }
    var received: [String: Natural] = [:]
    let voters = Dictionary(roll.voters.map { ($0.id, $0) }) { first, _ in first }
    var spoke: Set<String> = []
    for choice in choices where choice.seat == seat.id {
      guard let voter = voters[choice.voter], spoke.insert(choice.voter).inserted else { continue }
      let names = Set(choice.names)
      guard names.count <= seat.number else {
        steps.add(
          "void", about: choice.voter,
          Phrase(
            "tally.election.void",
            [
              "seat": .text(seat.id), "voter": .text(choice.voter), "named": "\(names.count)",
              "places": "\(seat.number)",
            ]))
        continue
      }
      for name in names { received[name, default: .zero] += weighing.weight(of: voter) }
    }
    let ranked = standing.sorted { (received[$0] ?? .zero, $1) > (received[$1] ?? .zero, $0) }
    for name in ranked {
      steps.add(
        "votes", about: seat.id, part: received[name] ?? .zero,
        Phrase(
          "tally.election.votes",
          ["seat": .text(seat.id), "candidate": .text(name), "votes": "\(received[name] ?? .zero)"]))
    }
    // Whoever has no vote is not elected, even where seats stay free.
    let voted = ranked.filter { received[$0] != nil }
    guard voted.count > seat.number else {
      return ElectionResult.Filled(
        seat: seat.id, holders: voted, tied: [], vacant: seat.number - voted.count)
    }
    let last = received[voted[seat.number - 1]]
    let next = received[voted[seat.number]]
    guard last == next else {
      return ElectionResult.Filled(
        seat: seat.id, holders: Array(voted.prefix(seat.number)), tied: [], vacant: 0)
    }
    let holders = voted.filter { received[$0] ?? .zero > last ?? .zero }
    let tied = voted.filter { received[$0] == last }
    steps.add(
      "tie", about: seat.id,
      Phrase(
        "tally.election.tie",
        ["seat": .text(seat.id), "names": .text(tied.joined(separator: ", "))]))
    return ElectionResult.Filled(
      seat: seat.id, holders: holders, tied: tied, vacant: seat.number - holders.count)
  }
}
