internal import Acting
internal import Charters
internal import Kernel
internal import Registry
internal import Store

/// Votes as they are written down, one or a whole file of minutes: each is held to the same, and the register of a body is
/// read once for all votes of a day.
struct Minutes {
  private struct Sitting: Hashable {
    let body: Body.ID
    let day: Day
  }
  private var registers: [Sitting: Set<String>] = [:]

  /// What stands against a vote: the motion takes none, or the voter is not on the register.
  mutating func refusals(
    of ballot: Ballot, _ before: Ballot?, _ occasion: Occasion
  ) throws -> [Refusal] {
    let expected = Ballot.id(of: ballot.voter, on: ballot.motion, round: ballot.round)
    guard ballot.id == expected else {
      return [
        Refusal("id.ballot", ["expected": "\(expected)"], field: "id")
      ]
    }
    do {
      let motion = try ballot.motionThatTakesIt(
        isNew: before == nil, today: occasion.today, occasion.connection)
      guard let day = ballot.day ?? motion.opened else {
        throw Refusal("no-day", ["voter": .text(ballot.voter)], field: "day")
      }
      try ballot.stand(on: register(of: motion.body, on: day, occasion), of: motion, day)
      return []
    } catch let refusal as Refusal { return [refusal] }
  }

  private mutating func register(
    of body: Body.ID, on day: Day, _ occasion: Occasion
  ) throws -> Set<String> {
    let sitting = Sitting(body: body, day: day)
    if let known = registers[sitting] { return known }
    let register = Set(
      try occasion.connection.register(of: body, on: day, under: occasion.neededCharter(on: day)).map(\.id))
    registers[sitting] = register
    return register
  }
}
