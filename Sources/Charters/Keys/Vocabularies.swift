extension CharterKey {
  /// The families of `Words/` that already have a word for what a key holds, or for the names of a block, by the ends of
  /// their paths. What none of them knows stands at `charter-word`.
  private static let vocabularies: [String: [String]] = [
    "role": ["bodies.*.kind"],
    "state": [
      "areas.*.state", "lifecycles.area", "lifecycles.activity", "lifecycles.partnership", "lifecycle.phase",
      "deliverables.part-states", "deliverables.movers.*", "lifecycles.deliverable-part", "parts.*.state",
      "items.*.state", "decisions.rules.*.status", "status",
    ],
    "phase": [
      "treaties.*.phases.[].phase", "treaties.*.phases.[]", "goal.followed-during", "from-phase",
      "stream-role.begins", "stream-role.prepared",
    ],
    "modality": ["modality"],
    "linkage": [
      "mention", "gains", "flexibility", "texts", "participation", "heeds", "expected-to-heed",
      "reports-to", "set-by", "amended-by", "priorities",
    ],
    "problem_level": ["levels"],
    "society_level": ["society-levels"],
    "solution_type": ["solution-type"],
    "output": ["outputs"],
    "time-relation": ["relation-to-treaty"],
    "entry-document": ["document"],
    "statement": ["must-state"],
    "excluded": ["extends-to"],
    "object": ["chain", "tracking.object", "campaigns.*.object", "changed.from", "changed.to"],
    "section": ["reporting.[].what"],
    "planned-end": ["areas.*.planned-end"],
    "decision-rule": ["decisions.rules.*"],
    "decision-subject": ["decides", "decisions.who-decides.*", "objects"],
    "wording": ["wordings"],
    "through": ["natures.*.through"],
    "chosen-by": ["natures.*.by"],
    "nature": ["natures.*.class"],
    "vote-base": ["pass.of", "pass.[].of"],
    "voting": ["quorum.of", "quorum.[].of"],
    "earmarks": ["earmarks"],
    "donors": ["donors"],
    "function": ["responsibilities.*"],
    "chamber": ["chambers.*"],
    "cycle": ["cycles.[]"],
    "rhythm": ["reporting.[].when"],
    "actor": ["linkage.default.host", "options.*.default.host", "linkage.parts.*.host"],
    "language": ["languages", "languages.original", "languages.texts"],
  ]

  static let families: [String] = vocabularies.keys.sorted()

  private static let familyOfEnd: [String: String] = Dictionary(
    vocabularies.flatMap { family, ends in ends.map { ($0, family) } }
  ) { first, _ in first }

  /// The family of words for a place; nil where only `charter-word` can help.
  public static func vocabulary(of pattern: String) -> String? {
    ends(of: pattern).lazy.compactMap { familyOfEnd[$0] }.first
  }
}
