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
    guard let motion = try connection.one(ballot.motion) else {
      throw Refusal(
        "dangling-reference", "there is no motion \u{201C}\(ballot.motion)\u{201D} to vote on",
        field: "motion")
    }
    guard motion.state == .open else {
      throw Refusal(
        "not-open", "motion \(motion.id) is \(motion.state.rawValue); only an open one takes votes")
    }
    let own = ballot.holder ?? ballot.voter
    guard
      intent.capacity == .focalPoint(of: own) || intent.capacity == .secretariat
        || intent.capacity == .member(of: motion.body.text)
    else {
      throw Refusal(
        "not-allowed", "\(intent.capacity) may not vote for \(ballot.voter); \(own) does", field: "voter")
    }
    guard ballot.holder != ballot.voter else {
      throw Refusal(
        "proxy-loop", "\(ballot.voter) cannot hold its own proxy; leave the holder out", field: "holder")
    }
    guard ballot.round == motion.round else {
      throw Refusal(
        "other-round",
        "motion \(motion.id) is in ballot \(motion.round), and this vote is for ballot \(ballot.round)",
        field: "round")
    }
    let before: Int? = try connection.value(
      """
      SELECT count(*) FROM \(Ballot.self) WHERE motion = \(motion.id) AND round = \(ballot.round)
      AND voter = \(ballot.voter)
      """)
    guard before == 0 else {
      throw Refusal("voted-twice", "\(ballot.voter) has voted on motion \(motion.id) already", field: "voter")
    }
    try Journal(connection, stamp).append(ballot, intent)
  }
}

extension Connection {
  /// The votes on a motion in one of its ballots.
  public func ballots(on motion: Motion.ID, round: Int) throws -> [Ballot] {
    try all(Ballot.self, "WHERE motion = \(motion) AND round = \(round) ORDER BY id")
  }
}
