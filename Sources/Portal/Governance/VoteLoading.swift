internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web
internal import Wording

/// The register of a motion with what is on record of each vote. How somebody voted is told once it was counted.
struct VoteLoading {
  /// How many voters one page shows.
  static let pageLength = 40

  private let motion: Motion
  private let day: Day
  private let loading: Loading
  private var voters: [Voter] = []
  private var ballots: [String: Ballot] = [:]
  private var outlook: BallotOutlook?
  /// Why there is no register, or no vote can be held with it.
  private var fault: Said?
  private let isOfSeats: Bool
  private let chambers: [Chamber]
  /// Categories that may speak and do not vote.
  private let notCounted: [String]
  private let categories: [Charter.Category]
  /// Partners that are suspended, which is public.
  private let suspended: Set<String>

  init(_ motion: Motion, on day: Day, _ charter: Charter?, _ loading: Loading) throws {
    (self.motion, self.day, self.loading) = (motion, day, loading)
    let rule = charter.flatMap { motion.ruling(in: $0) }
    chambers = rule?.weights.chambers ?? []
    notCounted = rule?.electorate.notCounted ?? []
    categories = charter?.categories ?? []
    let connection = loading.connection
    isOfSeats = try !connection.all(
      Seat.self,
      "WHERE body = \(motion.body) AND role = 'member' AND \(Query.isValid(Seat.self, on: day)) LIMIT 1"
    ).isEmpty
    suspended = Set(
      try connection.rows("SELECT id FROM \(Partner.self) WHERE state = 'suspended'") { try $0.text() })
    guard let charter else { return }
    let cast = try connection.ballots(on: motion.id, round: motion.round).filter {
      $0.day.map { $0 <= loading.day } ?? true
    }
    ballots = Dictionary(cast.map { ($0.voter, $0) }) { first, _ in first }
    do {
      voters = try connection.register(of: motion.body, on: day, under: charter)
      guard rule != nil, motion.opened != nil, motion.opened.map({ $0 <= day }) ?? false else { return }
      outlook = try motion.outlook(cast, under: charter, register: voters, on: day)
    } catch let refusal as Refusal { fault = Said(refusal.sentence(in: loading.language), loading.language) }
  }

  private var words: Words { loading.words }
  /// Whether the votes were counted, so that they can be told.
  private var isTold: Bool { motion.isEnded && motion.state != .withdrawn && motion.counted != nil }

  /// Who may vote and what a vote weighs, where that gives nothing away: a count names those it leaves out, but before it
  /// nobody reads from a weight that a fee is owed.
  private var weighed: BallotOutlook? {
    guard let outlook, !isTold else { return outlook }
    let mayVote = Set(outlook.voters)
    let isOpenlyOut = voters.allSatisfy { voter in
      mayVote.contains(voter.id) || voter.isObserver || notCounted.contains(voter.category ?? "")
        || suspended.contains(voter.id)
    }
    return isOpenlyOut ? outlook : nil
  }

  /// What keeps it from being decided: seconders, its opening, votes, days.
  func missing(_ charter: Charter?) -> [Said] {
    let seconding = charter?.secondingRule?.seconding
    switch motion.state {
    case .proposed:
      if let seconding, motion.seconders.count < seconding.seconders {
        return [
          Said(
            words[
              "motions.missing.seconders",
              ["needed": String(seconding.seconders), "count": String(motion.seconders.count)]])
        ]
      }
      return [Said(words["motions.missing.opening"])]
    case .seconded: return [Said(words["motions.missing.opening"])]
    case .open:
      if let fault { return [fault] }
      return [Said(words.count("count.voteRecorded", ballots.count))]
        + (outlook?.steps ?? []).filter { $0.code != "weight" }.map { loading.said($0.text) }
    case .decided, .lapsed, .withdrawn: return []
    }
  }

  func register(_ address: Address, after cursor: String?) throws -> MotionPage.Register {
    var register = MotionPage.Register(day: day, isOfSeats: isOfSeats)
    guard !voters.isEmpty else {
      register.fault = fault
      return register
    }
    let made = Set(ballots.values.map(\.choice))
    let choices = isTold ? [Ballot.Choice.yes, .no, .abstain, .objects, .absent].filter(made.contains) : []
    register.choices = choices.map { words.term("choice", $0.rawValue) }
    let outlook = weighed
    register.groups = groups(choices, outlook)
    register.all = voters.count
    let begin = cursor.flatMap { id in voters.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    let shown = voters[begin...].prefix(Self.pageLength)
    let weights = Dictionary((outlook?.cells ?? []).flatMap { cell in cell.voters.map { ($0, cell.weight) } })
    {
      first, _ in first
    }
    register.voters = try shown.map { try row($0, weight: weights[$0.id]) }
    if shown.endIndex < voters.count, let last = shown.last {
      register.next = address
      register.next?.filters += [.init(name: "cursor", value: last.id)]
      register.next?.fragment = "register"
    }
    return register
  }

  /// By chamber, side and kind as far as the rule weighs them apart; else all in one.
  private func groups(_ choices: [Ballot.Choice], _ outlook: BallotOutlook?) -> [MotionPage.Register.Group] {
    let mayVote = outlook.map { Set($0.voters) }
    let weights = Dictionary(
      (outlook?.cells ?? []).map {
        (WeightGroup(chamber: $0.chamber, side: $0.subChamber, kind: $0.kind), $0.weight)
      }
    ) { first, _ in first }
    let isByKind = weights.keys.contains { $0.kind != nil }
    let members = Dictionary(grouping: voters) { group(of: $0, isByKind: isByKind) }
    return members.sorted { place($0.key) < place($1.key) }.map { group, members in
      let votes = members.compactMap { ballots[$0.id]?.choice }
      return MotionPage.Register.Group(
        name: name(of: group) ?? words["motions.everyone"], members: members.count,
        mayVote: mayVote.map { mayVote in members.count { mayVote.contains($0.id) } }, weight: weights[group],
        recorded: votes.count, votes: choices.map { choice in votes.count { $0 == choice } })
    }
  }

  private struct WeightGroup: Hashable {
    var chamber: String?
    var side: String?
    var kind: Voter.Kind?
  }

  private func group(of voter: Voter, isByKind: Bool) -> WeightGroup {
    guard let chamber = chambers.first(where: { $0.id == voter.chamber }) else { return WeightGroup() }
    return WeightGroup(
      chamber: chamber.id, side: chamber.subChambers.isEmpty ? nil : voter.subChamber,
      kind: isByKind ? voter.kind : nil)
  }

  /// In the charter's order, those of no chamber last.
  private func place(_ group: WeightGroup) -> (Int, String, String) {
    (
      chambers.firstIndex { $0.id == group.chamber } ?? chambers.count, group.side ?? "",
      group.kind == .individual ? "2" : "1"
    )
  }

  private func name(of group: WeightGroup) -> String? {
    guard let chamber = group.chamber else { return chambers.isEmpty ? nil : words["motions.noChamber"] }
    return [
      words.term("chamber", chamber), group.side.map { words.term("side", $0) },
      group.kind.map { words.term("voter", $0.rawValue) },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func row(_ voter: Voter, weight: String?) throws -> MotionPage.Register.Voter {
    let ballot = ballots[voter.id]
    return MotionPage.Register.Voter(
      name: try loading.member(named: voter.id), id: voter.id,
      category: voter.category.map(name(ofCategory:)),
      group: chambers.isEmpty ? nil : name(of: group(of: voter, isByKind: false)), weight: weight,
      standing: voter.isObserver
        ? words["motions.observes"]
        : suspended.contains(voter.id) ? words.term("state", Partner.State.suspended.rawValue) : nil,
      vote: ballot.map { isTold ? words.term("choice", $0.choice.rawValue) : words["motions.voted"] },
      holder: try ballot?.holder.map { try loading.member(named: $0) },
      interest: isTold ? ballot?.interest : nil, day: ballot?.day)
  }

  private func name(ofCategory id: String) -> String {
    categories.first { $0.id == id }.map { loading.said($0.name).text } ?? words.term("category", id)
  }

  private var connection: any Connection { loading.connection }
}
