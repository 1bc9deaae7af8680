public import Acting
internal import Charters
public import Kernel
public import Store

extension Ballot {
  /// What a member says in the ballot that is open.
  public struct Voice: VerbInputs {
    public var motion: Motion.ID
    public var voter: String
    public var choice: Choice
    /// Who casts it by proxy; nil for the voter itself.
    public var holder: String?
    /// One in the matter that the voter declares.
    public var interest: String?
    public var on: Day?

    public init(
      motion: Motion.ID, voter: String, choice: Choice, holder: String? = nil, interest: String? = nil,
      on: Day? = nil
    ) {
      self.motion = motion
      self.voter = voter
      self.choice = choice
      self.holder = holder
      self.interest = interest
      self.on = on
    }
    public static let schema = Schema(
      "voice", Voice.init(motion:voter:choice:holder:interest:on:),
      Field("motion", \.motion),
      Field("voter", \.voter, .word),
      Field("choice", \.choice),
      Field("holder", \.holder, .word),
      Field("interest", \.interest),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Records a vote on a motion that is open, on the day it is cast. Whether the vote counts is settled when the motion is
  /// decided.
  public static let voting = Making<Ballot, Voice>("vote", under: keeping) { inputs, occasion in
    guard let motion = try occasion.connection.one(inputs.motion) else {
      throw Refusal("not-found.motion", ["motion": "\(inputs.motion)"], field: "motion")
    }
    return Ballot(
      id: id(of: inputs.voter, on: motion.id, round: motion.round), motion: motion.id, round: motion.round,
      voter: inputs.voter, choice: inputs.choice, holder: inputs.holder, interest: inputs.interest,
      day: inputs.on ?? occasion.today, withdrawn: nil, provenance: Provenance([]))
  }

  /// A vote is the voter's own, or of who holds its proxy; the body's members and the secretariat keep the minutes.
  static let keeping = Keeping(
    Ballot.self,
    add: .secretariatOr(
      .focalPoint(.first(.field("holder"), or: .field("voter"))),
      .member(.other("body", ofThe: "motion", at: .field("motion"))))
  ) { ballot, before, occasion in
    var minutes = occasion.remember(Minutes.self) { Minutes() }
    defer { occasion.remember(minutes) }
    return try minutes.refusals(of: ballot, before, occasion)
  }

  /// The id of a voter's vote in one ballot on a motion: one each.
  public static func id(of voter: String, on motion: Motion.ID, round: Int) -> ID {
    .init("\(motion)-\(round)-\(voter)")
  }

  /// - Throws: a `Refusal` where voter or holder are not on the register of the body.
  func stand(on register: Set<String>, of motion: Motion, _ day: Day) throws {
    for name in [voter, holder ?? voter] where !register.contains(name) {
      throw Refusal(
        "unknown-voter",
        ["name": .text(name), "body": "\(motion.body)", "day": "\(day)", "motion": "\(motion.id)"],
        field: "voter")
    }
  }

  /// The motion it is for, if that takes this vote.
  ///
  /// - Throws: a `Refusal` where the motion is not open or in another ballot, the vote is of a day before it was opened or
  ///   of one to come, or the voter has voted in this one.
  func motionThatTakesIt(isNew: Bool, today: Day, _ connection: any Connection) throws -> Motion {
    guard let motion = try connection.one(motion) else {
      throw Refusal("dangling-reference.motion", ["motion": "\(motion)"], field: "motion")
    }
    guard motion.state == .open else {
      throw Refusal("not-open.vote", ["motion": "\(motion.id)", "state": .text(motion.state.rawValue)])
    }
    guard holder != voter else {
      throw Refusal("proxy-loop", ["voter": .text(voter)], field: "holder")
    }
    guard round == motion.round else {
      throw Refusal(
        "other-round", ["motion": "\(motion.id)", "round": "\(motion.round)", "given": "\(round)"],
        field: "round")
    }
    if let day {
      // A vote belongs to the ballot that is open: not before it was opened or the one before it was counted.
      let first = [motion.opened, round > 1 ? motion.counted : nil].compactMap { $0 }.max()
      if let first, day < first {
        throw Refusal(
          "not-open.yet", ["motion": "\(motion.id)", "opened": "\(first)", "day": "\(day)"], field: "day")
      }
      guard day <= today else {
        throw Refusal("to-come", ["day": "\(day)", "today": "\(today)"], field: "day")
      }
    }
    guard isNew else { return motion }
    let before: Int? = try connection.value(
      "SELECT count(*) FROM \(Ballot.self) WHERE motion = \(motion.id) AND round = \(round) AND voter = \(voter)"
    )
    guard before == 0 else {
      throw Refusal("voted-twice", ["voter": .text(voter), "motion": "\(motion.id)"], field: "voter")
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
