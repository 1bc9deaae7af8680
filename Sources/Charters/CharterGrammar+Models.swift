/// Keys that the partnerships of the note's appendix need: programmes with parts, certification, tracking, campaigns,
/// trade. They add to the core, block by block.
extension CharterGrammar {
  static let models: [String: Set<String>] = parties.merging(work) { $0.union($1) }

  /// Who takes part, who decides, how one is tied to the other.
  private static let parties: [String: Set<String>] = [
    "": words("agreements"),
    "origin": words(
      "approved complements created founders framework-in-place mandate older-than-treaty owners parent-plan part-of predecessors relation-to-treaty revised"
    ),
    "origin.parent-plan": words("years"),
    "origin.approved": words("by"),
    "form": words("own-legal-body not-for-profit"),
    "priorities": words("set-by"),
    "goal.aims.*": words("name when"),
    "bodies.*": words(
      """
      independent-of languages levels many organised-by own-staff party-to per publishes reviews rule seat seats-by total
      """),
    "bodies.*.meets": words("every at-least-every before at-least"),
    "bodies.*.chairs": words("count elected-by who"),
    "bodies.*.term": words("years renewable except"),
    "bodies.*.groups": words("count joins-by kind"),
    "bodies.*.balance": words("north south"),
    "bodies.*.regions": words("all-present count of"),
    "bodies.*.extra-representatives": words("speak vote"),
    "bodies.*.constituencies.*": words("number within includes conditional arithmetic"),
    "bodies.*.constituencies.*.conditional": words("if adds"),
    "membership.chambers.*": words("name weight sub-chambers"),
    "membership.member-weight": words("organisation individual within shared-equally empty-cell"),
    "membership.proxies": words("organisations-at-most individuals-at-most"),
    "membership.good-standing": words("rule without-it"),
    "membership.represents-others": words("allowed counted"),
    "membership.leaving": words("always sanction how"),
    "membership.screening": words("classes evidence outcome re-check"),
    "membership.excludes.*": words("name extends-to"),
    "membership.admission.*": words(
      "document must-state by through suspension-by observer-first reviewed-by with body bodies act host option"
    ),
    "agreements.*": words("kind name parties signed"),
    "function-mandates.*": words("given-by to function legal-basis supervised-by reports"),
    "linkage.default.priorities": words("set-by heeds"),
    "linkage.parts.*.with": words("parties signed scope"),
    "exemptions.*": words(
      """
      treaty rule substance use kind time-limited condition ends-when review register made-unnecessary-by holders
      granted-by extended
      """),
    "exemptions.*.review": words("by at-least-every advised-by"),
    "exemptions.*.register": words("kind entered-by"),
    "attention": words("income-groups populations report-after donor-share"),
    "attention.report-after": words("yellow red"),
    "confidentiality": words("drafting reason"),
    "activities-serve": words("value check"),
    "solution-type": words("market-based"),
  ]

  /// What is done, followed, paid and certified.
  private static let work: [String: Set<String>] = [
    "lifecycle": words("phase sunset successor evaluated changed"),
    "lifecycle.evaluated": words("what"),
    "lifecycle.changed": words("from to"),
    "areas.*.planned-end": words("name"),
    "areas.*.roll-up": words("to indicators projects why"),
    "overlap-check": words("same between"),
    "deliverables": words("part-states movers items code-pattern dates interim-when-none overlap"),
    "deliverables.items.*": words(
      "kind name area body number parts approved code effective valid-until replaces overlap by session decision"
    ),
    "deliverables.items.*.overlap": words("from to"),
    "deliverables.items.*.parts.*": words("by session decision"),
    "consultations.[]": words("id kind name asks comments deadline"),
    "alternatives": words("record kinds"),
    "indicators.*": words(
      """
      name unit kind goal direction of by per counted groups disaggregate needs formula arithmetic version maximum good
      good-points threshold target baseline error-shown why medium scope
      """),
    "figures.*": words("unit as-of arithmetic nuance words what"),
    "reporting.[].when": words(
      "after before-each-meeting-of due each-meeting-of every for on-demand synchronised-with each"),
    "reporting.[].late": words("formerly now"),
    "reporting.[].form": words("core additional"),
    "reporting.[].sharing": words("default unless"),
    "finance.windows.*": words(
      """
      added-to-cash amount base beyond-parties charged-to class covers-all-at-first donors earmarking earmarks
      example-earmark exists for from-phase horizon inflation-adjusted kinds main-donors model name of outside pays
      pays-for scale support-cost treaty usual-donors valuation
      """),
    "tracking": words(
      """
      object columns parameters progress rule map measured-apart sources-of-status no-data not-a-percentage
      definitions-version compliance
      """),
    "tracking.parameters.*": words(
      "name area unit kind letter from to classes thresholds target targets headline"),
    "tracking.progress.[]": words("id formula"),
    "campaigns.*": words("name area object headline country-list targets"),
    "certification": words(
      """
      chain certificate findings accreditation group-certificates codes claims systems conversion-factor minor-components
      credit-expiry label-threshold derogations transaction-verification reconciliation watch-list logo ownership-change
      roles-declare-interests channels unit certified-unit excluded-practices in-transition
      """),
    "certification.certificate": words("term surveillance states scope-changes late-maintenance"),
    "certification.findings": words("major minor observation"),
    "certification.accreditation": words(
      "term surveillance suspension-at-most during-suspension finding-addressee"),
    "certification.transaction-verification": words("sample-by collected-by match after refusal"),
    "trade": words(
      """
      record recorded-as upload formulas never sustainability etis categories-of-parties
      """),
    "trade.upload": words("sandbox primary-rules secondary-rules versions"),
    "trade.formulas": words("group-by gross gross-exports gross-imports net-exports"),
  ]
}
