/// The keys that each block of a charter knows. A new key is one word in one line here, and one in
/// docs/reference/charter.md.
///
/// `*` stands for a name that the charter gives itself (an area, a body), `[]` for an element of a list. A block that
/// is not here takes any key, as long as it is a word.
enum CharterGrammar {
  /// May stand beside any fact.
  static let everywhere = words(
    "value source qualifier basis also strict meaning fr en ar zh ru es note not-after open state since until"
  )

  /// Every block, with what the models beside the first partnership need.
  static let blocks = core.merging(models) { $0.union($1) }

  private static let core: [String: Set<String>] = [
    "": words(
      """
      charter edition language status replaces model in-force seen-on languages name goal definition shares origin form
      staff levels functions function-mandates responsibilities society-levels modes country-groups natures ambition
      interim-work solution-types solution-type market-based treaties bodies not-a-subsidiary-body membership rights
      parties-in-partnership priorities governing-documents areas area-fields every-activity-in-an-area
      cross-cutting-topics streams stream-role mechanisms whatever-the-linkage linkage options reporting advice cycles
      finance decisions log-every-change lifecycles lifecycle overlap-check indicators alignment visibility models
      principles outputs exemptions attention deliverables activities-serve consultations alternatives tracking
      campaigns certification trade confidentiality lessons notes figures
      """),
    "in-force": words("since until"),
    "languages": words("original texts"),
    "goal": words("aims media followed-during supports"),
    "definition": words("resolution text"),
    "origin": words(
      """
      created framework-in-place predecessors founders older-than-treaty mandate complements parent-plan
      relation-to-treaty owners approved revised part-of
      """),
    "origin.founders.[]": words("who sector at"),
    "form": words("own-legal-body not-for-profit place"),
    "staff": words("unit counts"),
    "responsibilities.*": words("body"),
    "shares": words("risks responsibilities resources benefits"),
    "functions.*": words("name"),
    "modes.*": words("name for"),
    "country-groups.*": words("name"),
    "natures.*": words("class name by wordings through"),
    "treaties.*": words("name between phases mentions-partnerships says-how-to-implement bodies parties"),
    "treaties.*.phases.[]": words("phase since"),
    "bodies.*": words(
      """
      advises appointed-by area asks balance chairs compiles constituencies coordinates count created-by decides directs
      drafts-shared elected-by election-order exists extra-representatives follows groups has-members host informed-of
      kind legal-person mandated-by mandates may meets members must name observers of officers one-per power
      quorum receives regions reports-to represents rule runs seats serves size terms term total treaty votes with
      """),
    "bodies.*.exists": words("from-phase"),
    "membership": words(
      """
      admission can-grow categories chambers duties eligibility excludes expertise good-standing groups-in-the-note leaving
      member-weight open partners proxies represents-others screening sectors sides votes
      """),
    "membership.sectors": words("main movable"),
    "membership.sectors.main.*": words("name"),
    "membership.sectors.movable.*": words("name counted-in shown-apart"),
    "membership.categories.*": words(
      "name sector party-possible chamber fee joins-by appointed-by named speaks votes"),
    "governing-documents.*": words("name since over annex-to holds one-per reviewed-by"),
    "areas.*": words(
      "name since until themes beyond-substance planned-end follows goal kind one-per region roll-up state successor scope"
    ),
    "areas.*.planned-end": words("date condition"),
    "cross-cutting-topics.*": words("name since until touches"),
    "streams.*": words("name functions steps replaces-party-reports"),
    "mechanisms.*": words(
      "enabled stream responsible record-types from route back-to measure for example model"),
    "linkage": words("follows default parts since precedence"),
    "options.*": words("number name covers default parts parts-are-examples principles warns"),
    "options.*.default": terms,
    "options.*.parts.*": terms,
    "linkage.default": terms,
    "linkage.parts.*": terms,
    "reporting.[]": words(
      "id from to what when receipt regime asks cover-letter evidence first-report form languages late party-duty refusal reviewed-by sent-to sharing"
    ),
    "cycles.[]": words("id from to years each-meeting-of area"),
    "finance": words(
      """
      before-an-activity-starts budget every-partnership-needs-resources grows-with-membership main-window posts
      project-total-rule secretariat-condition shares to-examine totals views windows
      """),
    "finance.shares": words("of must-total arithmetic verification"),
    "finance.shares.of.[]": words("window percent"),
    "finance.budget": words("lines"),
    "finance.budget.lines.[]": words("id for one-per amount"),
    "finance.posts.*": words("grade since until funded-by for"),
    "lifecycles.partnership": words("partners-at-least sectors-at-least"),
    "decisions": words("outcomes rules who-decides"),
    "decisions.rules.*": RuleGrammar.keys.values.reduce(into: []) { $0.formUnion($1) },
    "decisions.rules.*.weights": words("each weight permanent shared-among chambers members"),
    "decisions.rules.*.weights.chambers.*": words("weight sub-chambers name"),
    "decisions.rules.*.weights.members": words("organisation individual empty-cell"),
    "decisions.rules.*.quorum": quorum,
    "decisions.rules.*.quorum.[]": quorum,
    "decisions.rules.*.no-quorum": words("second-ballot-within then quorum"),
    "decisions.rules.*.no-quorum.quorum": quorum,
    "decisions.rules.*.pass": words("each chamber overall in-favour of"),
    "decisions.rules.*.pass.[]": words("each chamber overall in-favour of"),
    "decisions.rules.*.proxies": words("organisations-at-most individuals-at-most"),
    "decisions.rules.*.appoints": words("number"),
    "membership.chambers.*": words("weight sub-chambers name"),
    "membership.member-weight": words("organisation individual within shared-equally empty-cell"),
    "membership.proxies": words("organisations-at-most individuals-at-most"),
    "decisions.who-decides.*": words("bodies rule under outcome asked-by and-if-formal"),
  ]

  private static let quorum = words("each chamber overall of present present-or-proxied cast")

  static let terms = words(
    """
    modality mention to reports-to priorities amended-by texts host participation flexibility gains money legal-basis
    legal-effect arises-from parallel-to also-informs membership supervised-by through with
    """)

  static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  static func check(_ entry: Entry, _ findings: Findings, at pattern: String = "") {
    if let known = blocks[pattern] {
      for member in entry.members where !known.contains(member.name) && !everywhere.contains(member.name) {
        let near = nearest(member.name, known).map { "; did you mean \u{201C}\($0)\u{201D}?" }
        findings.fault(
          "unknown-key",
          "\(pattern.isEmpty ? "the charter" : entry.path) knows no key \u{201C}\(member.name)\u{201D}"
            + (near ?? "; known are \(known.sorted().prefix(12).joined(separator: ", "))"),
          line: member.entry.line)
      }
    }
    for member in entry.members where !everywhere.contains(member.name) || pattern.isEmpty {
      let named = child(pattern, member.name)
      check(member.entry, findings, at: named)
    }
    for element in entry.isList ? entry.elements : [] {
      check(element, findings, at: pattern + ".[]")
    }
  }

  /// The pattern of a member: its own where the grammar names it, `*` where the block has names of its own.
  private static func child(_ pattern: String, _ name: String) -> String {
    let own = pattern.isEmpty ? name : "\(pattern).\(name)"
    if named.contains(pattern) { return pattern + ".*" }
    return own
  }

  /// Blocks whose members the charter names itself.
  static let named: Set<String> = Set(
    blocks.keys.filter { $0.contains(".*") }.flatMap { key -> [String] in
      var found: [String] = []
      var parts: [Substring] = []
      for part in key.split(separator: ".") {
        if part == "*" { found.append(parts.joined(separator: ".")) }
        parts.append(part)
      }
      return found
    })

  /// The known key that a slip of two letters could have meant.
  static func nearest(_ word: String, _ known: Set<String>) -> String? {
    let best = known.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }.min { $0 < $1 }
    return best.flatMap { $0.0 <= max(2, word.utf8.count / 4) ? $0.1 : nil }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let cost = left == right ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
