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

  /// What a key may say, where it says one word that is not read into a type of its own.
  static let values: [String: Set<String>] = [
    "absent": ["sustained-opposition"],
    "zero-base": ["fails", "passes"],
    "abstention": ["counts-as-cast", "not-cast"],
    "non-vote": ["not-counted"],
    "last-day": ["counts", "does-not-count"],
    "objection": ["reopens"],
    "late-objection": ["noted"],
    "observer-objection": ["not-counted"],
    "text-change": ["restarts-clock", "keeps-clock"],
    "nobody-asked": ["no-decision"],
    "good-standing": ["required", "not-required"],
    "election": ["most-votes"],
    "vote": ["none"],
    "not-reached": ["lapses"],
    "unanimity": ["true", "false", "yes", "no"],
    "host-veto": ["true", "false", "yes", "no"],
    "different-chambers": ["true", "false", "yes", "no"],
  ]

  static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
