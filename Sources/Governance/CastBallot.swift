public import Charters
public import Kernel
public import Store

extension Ballot {
  /// Records a vote on a motion that is open: by the voter, the holder of its proxy, or the secretariat that keeps the
  /// minutes. Whether the vote counts is settled when the motion is decided.
  ///
  /// - Throws: a `Refusal` where the motion takes no votes, or the voter has voted in this round.
  public static func cast(
    _ ballot: Ballot, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws {
    try ballot.allow(intent.capacity, on: ballot.motionThatTakesIt(connection))
    try Journal(connection, stamp).append(ballot, intent)
  }

  /// - Throws: a `Refusal` where the capacity does not speak for the voter, or for who holds its proxy.
  func allow(_ capacity: Capacity, on motion: Motion) throws {
    let own = holder ?? voter
    guard
      capacity == .focalPoint(of: own) || capacity == .secretariat
        || capacity == .member(of: motion.body.text)
    else {
      throw Refusal("not-allowed", "\(capacity) may not vote for \(voter); \(own) does", field: "voter")
    }
  }

  /// - Throws: a `Refusal` where voter or holder are not on the register of the body.
  func stand(on register: [Voter], of motion: Motion, _ day: Day) throws {
    for name in [voter, holder ?? voter] where !register.contains(where: { $0.id == name }) {
      throw Refusal(
        "unknown-voter",
        "\(name) is not on the register of \(motion.body) on \(day); \u{201C}entente motion register \(motion.id)\u{201D} lists it",
        field: "voter")
    }
  }

  /// Records what a member says in the ballot that is open, on the day it says it.
  ///
  /// - Throws: a `Refusal` as above, and where voter or holder are not on the register of the body.
  public static func cast(
    _ choice: Choice, of voter: String, on motion: Motion, holder: String?, interest: String?, day: Day,
    under charter: Charter, _ intent: Intent, _ connection: any Connection
  ) throws {
    let ballot = Ballot(
      id: id(of: voter, on: motion.id, round: motion.round), motion: motion.id, round: motion.round,
      voter: voter, choice: choice, holder: holder, interest: interest, day: day, withdrawn: nil,
      provenance: Provenance([]))
    try ballot.stand(on: connection.register(of: motion.body, on: day, under: charter), of: motion, day)
    try cast(ballot, intent, connection)
  }

  /// The id of a voter's vote in one ballot on a motion: one each.
  public static func id(of voter: String, on motion: Motion.ID, round: Int) -> ID {
    .init("\(motion)-\(round)-\(voter)")
  }

  /// The motion it is for, if that takes this vote.
  ///
  /// - Throws: a `Refusal` where the motion is not open or in another ballot, or the voter has voted in this one.
  func motionThatTakesIt(_ connection: any Connection) throws -> Motion {
    guard let motion = try connection.one(motion) else {
      throw Refusal(
        "dangling-reference", "there is no motion \u{201C}\(motion)\u{201D} to vote on", field: "motion")
    }
    guard motion.state == .open else {
      throw Refusal(
        "not-open", "motion \(motion.id) is \(motion.state.rawValue); only an open one takes votes")
    }
    guard holder != voter else {
      throw Refusal("proxy-loop", "\(voter) cannot hold its own proxy; leave the holder out", field: "holder")
    }
    guard round == motion.round else {
      throw Refusal(
        "other-round",
        "motion \(motion.id) is in ballot \(motion.round), and this vote is for ballot \(round)",
        field: "round")
    }
    let before: Int? = try connection.value(
      "SELECT count(*) FROM \(Ballot.self) WHERE motion = \(motion.id) AND round = \(round) AND voter = \(voter)"
    )
    guard before == 0 else {
      throw Refusal("voted-twice", "\(voter) has voted on motion \(motion.id) already", field: "voter")
    }
    return motion
  }
}

extension Connection {
  /// The votes on a motion in one of its ballots.
  public func ballots(on motion: Motion.ID, round: Int) throws -> [Ballot] {
    try all(Ballot.self, "WHERE motion = \(motion) AND round = \(round) ORDER BY id")
  }
}
