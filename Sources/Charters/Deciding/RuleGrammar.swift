/// The keys that each kind of decision rule knows, beyond those that may stand beside any fact.
enum RuleGrammar {
  private static let always = words(
    "kind objects effect status reading channels good-standing not-counted declared-interest")
  private static let voting = words(
    "weights quorum no-quorum pass zero-base tie abstention non-vote proxies election host chairs host-veto")

  static let keys: [DecisionRule.Kind: Set<String>] = [
    .consensus: always.union(words("absent unanimity fallback weights quorum proxies")),
    .silence: always.union(
      words(
        "days last-day objection late-objection observer-objection text-change nobody-asked fallback weights")
    ),
    .vote: always.union(voting),
    .appointment: always.union(voting).union(words("appoints")),
    .host: always.union(words("host vote")),
    .admissibility: always.union(words("proposer seconders different-chambers order not-reached")),
  ]

  static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
