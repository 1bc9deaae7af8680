internal import Charters
public import Kernel
internal import Registry
public import Store

/// Votes as a file of minutes brings them: each is held to what a vote cast by hand is held to, and the register of a body
/// is read once for all votes of a day.
public struct Minutes {
  private struct Sitting: Hashable {
    let body: Body.ID
    let day: Day
  }
  /// Who takes them in; nil for a preview that nobody signed.
  private let capacity: Capacity?
  private var registers: [Sitting: [Voter]] = [:]

  public init(as capacity: Capacity?) { self.capacity = capacity }

  /// What stands against a vote: the motion takes none, the voter is not on the register, or who takes it in may not
  /// speak for the voter.
  public mutating func refusals(of ballot: Ballot, _ connection: any Connection) throws -> [Refusal] {
    let expected = Ballot.id(of: ballot.voter, on: ballot.motion, round: ballot.round)
    guard ballot.id == expected else {
      return [
        Refusal(
          "id", "a vote's id is MOTION-BALLOT-VOTER, so that nobody votes twice: here \(expected)",
          field: "id")
      ]
    }
    do {
      let motion = try ballot.motionThatTakesIt(connection)
      if let capacity { try ballot.allow(capacity, on: motion) }
      guard let day = ballot.day ?? motion.opened else {
        throw Refusal(
          "no-day", "the vote of \(ballot.voter) has no day; give the one on which it was cast", field: "day")
      }
      try ballot.stand(on: register(of: motion.body, on: day, connection), of: motion, day)
      return []
    } catch let refusal as Refusal { return [refusal] }
  }

  private mutating func register(
    of body: Body.ID, on day: Day, _ connection: any Connection
  ) throws -> [Voter] {
    let sitting = Sitting(body: body, day: day)
    if let known = registers[sitting] { return known }
    let register = try connection.register(
      of: body, on: day, under: CharterBook().needed(on: day, connection))
    registers[sitting] = register
    return register
  }
}

extension Motion {
  /// What stands against it when it comes from a file: a motion of the past may be brought as it ended, but one that is
  /// on record here moves by its votes alone.
  public func refusals(fromFile connection: any Connection) throws -> [Refusal] {
    guard let stored = try connection.one(id), stored.state != state else { return [] }
    return [
      Refusal(
        "own-verb",
        "motion \(id) is \(stored.state.rawValue); \u{201C}entente motion\u{201D} takes it further, a file does not",
        field: "state")
    ]
  }
}
