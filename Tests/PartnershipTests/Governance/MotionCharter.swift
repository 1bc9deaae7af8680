import Charters
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing

/// A charter with the rules that the tests of motions need, and a register of six members in three chambers.
enum MotionCharter {
  static let text = """
    charter: motions
    edition: "2017"
    in-force: {since: 2010}
    name: {fr: Essai, en: Trial}
    goal: {fr: Décider, en: Decide}
    shares:
      risks: {fr: r, en: r}
      responsibilities: {fr: r, en: r}
      resources: {fr: r, en: r}
      benefits: {fr: r, en: r}
    bodies:
      advisory-group: {kind: advisory, name: {fr: Groupe, en: Group}}
      inc: {kind: treaty, name: {fr: Comité, en: Committee}}
      experts: {kind: working-group, name: {fr: Experts, en: Experts}}
    membership:
      leaving: {always: true}
      chambers:
        environmental: {weight: 1/3}
        social: {weight: 1/3}
        economic: {weight: 1/3}
      proxies: {organisations-at-most: 1, individuals-at-most: null}
    deliverables:
      part-states: [draft, group-approved, submitted, adopted, adopted-interim, withdrawn]
      movers: {group-approved: working-group, adopted: inc, adopted-interim: inc, withdrawn: inc}
    linkage:
      default: {modality: none, reports-to: inc}
    reporting:
      - {id: report, from: advisory-group, to: inc, what: [narrative]}
    decisions:
      rules:
        consensus: {kind: consensus, absent: sustained-opposition, fallback: chambers}
        chambers:
          kind: vote
          weights: membership.chambers
          quorum: {each: chamber, of: power, present-or-proxied: "> 0"}
          pass: [{overall: true, in-favour: ">= 2/3", of: present-minus-abstentions}]
          tie: fails
          declared-interest: counted-out
        heads:
          kind: vote
          quorum: {overall: true, of: members, present-or-proxied: "> 1/2"}
          no-quorum: {second-ballot-within: 60 days, quorum: none}
          pass: [{overall: true, in-favour: "> 1/2", of: cast}]
        silence: {kind: silence, days: 14, text-change: restarts-clock}
        motion: {kind: admissibility, proposer: 1, seconders: 2, good-standing: required, different-chambers: true, effect: {statutory: binding, policy: advisory-to-inc}}
      who-decides:
        structure: {bodies: [advisory-group], rule: consensus}
        policy: {bodies: [advisory-group], rule: chambers}
    """

  static func charter(_ text: String = text) throws -> Charter {
    let reading = Charter.read(Array(text.utf8), name: "2017.yaml")
    #expect(reading.faults.map(\.sentence) == [])
    return try #require(reading.charter)
  }

  static let register = [
    Voter("env-1", chamber: "environmental"), Voter("env-2", chamber: "environmental"),
    Voter("soc-1", chamber: "social"), Voter("soc-2", chamber: "social"),
    Voter("eco-1", chamber: "economic"), Voter("eco-2", chamber: "economic", isInGoodStanding: false),
  ]

  static let group = NotePartnership.member(of: "advisory-group")

  static func motion(
    _ id: String = "motion-1", rule: String = "chambers", subject: String = "policy", form: String? = nil,
    body: String = "advisory-group"
  ) -> Motion {
    Motion(
      id: .init(id), body: .init(body), session: .init("pag-2"), subject: subject, form: form,
      text: Translated(.en, [.en: "Ask for an area on cement.", .fr: "Demander un domaine du ciment."]),
      proposers: ["env-1"], seconders: [], rule: rule, round: 1, opened: nil, changed: nil, counted: nil,
      firstBallot: nil, until: nil, outcome: nil, isAdvisory: false, arithmetic: [],
      provenance: Provenance(["test"]), state: .proposed)
  }

  /// Puts a motion, seconds it and opens it on 1 September 2010.
  static func open(_ motion: Motion, _ charter: Charter, _ connection: any Connection) throws {
    try Journal(connection).append(motion, group)
    try Motion.second(
      motion.id, by: ["soc-1", "eco-1"], under: charter, register: register, group, connection)
    try Motion.open(motion.id, on: Day(2010, 9, 1), under: charter, group, connection)
  }

  static func cast(
    _ choices: [(String, Ballot.Choice)], on motion: String = "motion-1", round: Int = 1,
    holders: [String: String] = [:], interests: [String: String] = [:], day: Day? = nil,
    _ connection: any Connection
  ) throws {
    for (voter, choice) in choices {
      try Ballot.cast(
        Ballot(
          id: .init("\(motion)-\(round)-\(voter)"), motion: .init(motion), round: round, voter: voter,
          choice: choice, holder: holders[voter], interest: interests[voter], day: day, withdrawn: nil,
          provenance: Provenance(["test"])),
        Intent("cast", by: "delegate", as: .focalPoint(of: holders[voter] ?? voter)), connection)
    }
  }

  static func partner(
    _ id: String, _ category: String, _ state: Partner.State, until: When? = nil,
    _ connection: any Connection
  ) throws {
    try Journal(connection).append(
      Partner(
        id: .init(id), name: Translated(.en, id), category: category, sector: "civil-society", country: nil,
        areas: [], statesSupport: true, statesCommitment: true, contribution: "time",
        membership: Period(since: When(2008), until: until), confidentialNote: nil,
        provenance: Provenance(["test"]), state: state), NotePartnership.secretariat)
  }
}
