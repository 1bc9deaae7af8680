import Charters
import Testing

/// The smallest charter that can carry decision rules, and the rules of three of the note's models.
enum DecidingCharter {
  /// - Parameters:
  ///   - rules: lines of `decisions.rules`, indented by four.
  ///   - membership, bodies: lines indented by two.
  static func text(rules: String, membership: String = "", bodies: String = "", decides: String = "")
    -> String
  {
    """
    charter: deciding
    edition: "1"
    in-force: {since: 2010}
    name: {fr: Essai, en: Trial}
    goal: {fr: Décider, en: Decide}
    shares:
      risks: {fr: r, en: r}
      responsibilities: {fr: r, en: r}
      resources: {fr: r, en: r}
      benefits: {fr: r, en: r}
    bodies:
      assembly: {kind: assembly, name: {fr: Assemblée, en: Assembly}}
      board: {kind: executive, name: {fr: Conseil, en: Board}}
      who: {kind: organisation, name: {fr: OMS, en: WHO}}
    \(bodies)
    membership:
      leaving: {always: true}
    \(membership)
    linkage:
      default: {modality: none, reports-to: assembly}
    reporting:
      - {id: report, from: board, to: assembly, what: [narrative]}
    decisions:
      rules:
    \(rules)
      who-decides:
        anything: {bodies: [assembly]}
    \(decides)
    """
  }

  static func read(
    rules: String, membership: String = "", bodies: String = "", decides: String = ""
  ) -> CharterReading {
    Charter.read(
      Array(text(rules: rules, membership: membership, bodies: bodies, decides: decides).utf8),
      name: "trial.yaml")
  }

  /// One rule of a charter that has no fault.
  static func rule(
    _ id: String, rules: String, membership: String = "", bodies: String = ""
  ) throws -> DecisionRule {
    let reading = read(rules: rules, membership: membership, bodies: bodies)
    #expect(reading.faults.map(\.sentence) == [])
    return try #require(reading.charter?.rules.first { $0.id == id })
  }

  /// Of the FSC: three chambers of a third, North and South, organisations nine tenths (models.md 4, fsc-ga-2017-voting).
  static let forestMembership = """
      chambers:
        environmental: {weight: 1/3, sub-chambers: {north: 1/2, south: 1/2}}
        social: {weight: 1/3, sub-chambers: {north: 1/2, south: 1/2}}
        economic: {weight: 1/3, sub-chambers: {north: 1/2, south: 1/2}}
      member-weight: {organisation: 9/10, individual: 1/10, within: sub-chamber, empty-cell: lost}
      proxies: {organisations-at-most: 5, individuals-at-most: null}
    """

  static let forestRules = """
        consensus: {kind: consensus, absent: sustained-opposition, unanimity: false, fallback: chambers}
        chambers:
          kind: vote
          weights: membership.chambers
          quorum: {each: chamber, of: power, present-or-proxied: "> 1/2"}
          pass:
            - {each: chamber, in-favour: "> 1/2", of: registered-minus-abstentions}
            - {overall: true, in-favour: ">= 2/3", of: present-minus-abstentions}
          zero-base: fails
          tie: fails
          objects: [statutory-motion, policy-motion]
        chambers-present:
          kind: vote
          reading: alternative
          weights: membership.chambers
          quorum: {each: chamber, of: power, present-or-proxied: "> 1/2"}
          pass:
            - {each: chamber, in-favour: "> 1/2", of: present-minus-abstentions}
            - {overall: true, in-favour: ">= 2/3", of: present-minus-abstentions}
          zero-base: fails
          tie: fails
        chambers-china:
          kind: vote
          status: draft
          weights: {each: chamber, weight: 1/3, shared-among: members-who-cast}
          abstention: counts-as-cast
          non-vote: not-counted
          quorum: {each: chamber, of: members, cast: ">= 1/2"}
          no-quorum: {second-ballot-within: 60 days, then: {value: no-decision, basis: assumed}}
          pass: [{overall: true, in-favour: ">= 0.666", of: cast}]
          channels: [in-person, proxy, post, e-mail]
        motion: {kind: admissibility, proposer: 1, seconders: 2, good-standing: required, different-chambers: false, effect: {statutory: binding, policy: advisory-to-board}, order: [statutory-first], not-reached: lapses}
        motion-2017: {kind: admissibility, proposer: 1, seconders: 2, good-standing: required, different-chambers: true, effect: {statutory: binding, policy: advisory-to-board}}
    """

  /// Of the alliance against respiratory diseases: one vote per party and a permanent seat (models.md 5, gard-governance).
  static let allianceMembership = """
      categories:
        collaborating-party: {name: {fr: Participante, en: Party}, sector: declared, votes: 1}
        private-observer: {name: {fr: Observatrice, en: Observer}, sector: declared, votes: 0}
        adviser: {name: {fr: Conseiller, en: Adviser}, sector: declared, votes: 0}
    """

  /// - Parameters: what the source leaves open and the cases vary.
  static func allianceRules(base: String = "cast", quorum: String = "{value: none, basis: assumed}") -> String
  {
    """
        one-party-one-vote:
          kind: vote
          weights: {each: collaborating-party, weight: 1, permanent: {who: 1}}
          not-counted: [private-observer, adviser, extra-representative]
          quorum: \(quorum)
          pass: [{overall: true, in-favour: "> 1/2", of: \(base), basis: assumed}]
          tie: {value: fails, basis: assumed}
    """
  }

  static func forest(_ id: String, emptyCell: String = "lost") throws -> DecisionRule {
    try rule(
      id, rules: forestRules,
      membership: forestMembership.replacing("empty-cell: lost", with: "empty-cell: \(emptyCell)"))
  }

  static func alliance(base: String = "cast", quorum: String = "{value: none, basis: assumed}") throws
    -> DecisionRule
  {
    try rule(
      "one-party-one-vote", rules: allianceRules(base: base, quorum: quorum), membership: allianceMembership)
  }
}
