internal import Kernel

/// The parts of a charter that say who is tied to whom, who pays, who decides.
extension CharterReader {
  func terms(_ entry: Entry) -> LinkageTerms {
    LinkageTerms(
      modality: entry["modality"]?.text.flatMap(LinkageTerms.Modality.init) ?? .none,
      targets: entry["to"]?.words ?? [], reportsTo: entry["reports-to"]?.words ?? [],
      reportsToGround: entry["reports-to"]?.ground ?? entry.ground,
      amendedBy: entry["amended-by"]?.words ?? [],
      priorities: entry["priorities"]?.words ?? [], said: sayings(entry), ground: entry.ground)
  }

  private func sayings(_ entry: Entry) -> [Question: Saying] {
    var said: [Question: Saying] = [:]
    for question in Question.allCases {
      let found = question == .heeds ? entry["priorities"]?["heeds"] : question.key.flatMap { entry[$0] }
      if let found { said[question] = saying(found) }
    }
    return said
  }

  func saying(_ entry: Entry) -> Saying {
    let list = entry["any-of"] ?? entry["all-of"]
    return Saying(
      words: entry.words, isNone: entry.text == "none" || (list?.isList == true && entry.words.isEmpty),
      needsAll: entry["all-of"] != nil, path: entry.path, ground: entry.ground)
  }

  private func parts(_ entry: Entry?) -> [String: LinkageTerms] {
    Dictionary((entry?.members ?? []).map { ($0.name, terms($0.entry)) }) { first, _ in first }
  }

  func options() -> [Option] {
    (root["options"]?.members ?? []).map { id, entry in
      Option(
        id: id, number: entry["number"]?.text.flatMap { Int($0) } ?? 0, name: name(entry, id),
        terms: terms(entry["default"] ?? entry), parts: parts(entry["parts"]), ground: entry.ground)
    }
  }

  func linkage() -> LinkageInForce {
    let entry = root["linkage"]
    let follows = entry?["follows"]
    return LinkageInForce(
      option: follows.flatMap { $0["option"]?.word ?? $0.word }, terms: entry?["default"].map(terms),
      parts: parts(entry?["parts"]),
      precedence: entry?["precedence"]?.words ?? ["stream", "area", "default"],
      ground: follows?.ground ?? entry?.ground ?? Ground())
  }

  func mechanisms() -> [Charter.Mechanism] {
    (root["mechanisms"]?.members ?? []).map { id, entry in
      Charter.Mechanism(
        id: id, isEnabled: entry["enabled"]?.flag ?? false, stream: entry["stream"]?.word,
        ground: entry.ground)
    }
  }

  func documents() -> [Charter.Document] {
    (root["governing-documents"]?.members ?? []).map { id, entry in
      Charter.Document(
        id: id, name: name(entry, id), since: entry["since"]?.when, over: entry["over"]?.words ?? [],
        ground: entry["since"]?.ground ?? entry.ground)
    }
  }

  func reporting() -> [Charter.ReportingLine] {
    (root["reporting"]?.elements ?? []).compactMap { entry in
      guard let id = entry["id"]?.word, let from = entry["from"]?.word, let to = entry["to"]?.word else {
        findings.fault("missing.reporting-line", line: entry.line)
        return nil
      }
      return Charter.ReportingLine(
        id: id, from: from, to: to, what: entry["what"]?.words ?? [], when: entry["when"]?.word,
        rhythm: entry["when"].flatMap { rhythm($0) },
        hasReceipt: entry["receipt"]?.flag ?? false, ground: entry.ground)
    }
  }

  /// `each cycle`, `every 24 months`, `{every: 12 months}`, `{each-meeting-of: cop}`, `before each meeting of the
  /// advisory group`; nil for what cannot be counted.
  private func rhythm(_ entry: Entry) -> Rhythm? {
    if let body = (entry["each-meeting-of"] ?? entry["before-each-meeting-of"])?.word {
      return .meeting(of: body)
    }
    if let months = entry["every"]?.text.flatMap(Rhythm.months) { return .months(months) }
    guard let text = entry.word else { return nil }
    if text == "each cycle" { return .cycle }
    if text.hasPrefix("every "), let months = Rhythm.months(text) { return .months(months) }
    guard text.contains("each meeting of") else { return nil }
    let named = (root["bodies"]?.members ?? []).map(\.name).filter {
      text.hasSuffix(" \($0.replacing("-", with: " "))")
    }
    return named.max { $0.utf8.count < $1.utf8.count }.map { .meeting(of: $0) }
  }

  func cycles() -> [Charter.Cycle] {
    (root["cycles"]?.elements ?? []).compactMap { entry in
      guard let id = entry["id"]?.word else { return nil }
      return Charter.Cycle(
        id: id, period: Period(since: entry["from"]?.when, until: entry["to"]?.when), ground: entry.ground)
    }
  }

  func windows() -> [Charter.Window] {
    (root["finance"]?["windows"]?.members ?? []).map { id, entry in
      Charter.Window(
        id: id, name: name(entry, id), kind: entry["class"]?.word ?? "other",
        exists: entry["exists"]?.flag ?? false,
        pays: entry["pays"]?.words ?? [], paysGround: entry["pays"]?.ground ?? entry.ground,
        treaty: entry["treaty"]?.word, fromPhase: entry["from-phase"]?.word,
        donors: entry["donors"]?.words ?? [], isBeyondParties: entry["beyond-parties"]?.flag,
        earmarks: entry["earmarks"]?.words ?? [],
        ground: entry.ground)
    }
  }

  func budget() -> [Charter.BudgetLine] {
    (root["finance"]?["budget"]?["lines"]?.elements ?? []).compactMap { entry in
      guard let id = entry["id"]?.word else { return nil }
      return Charter.BudgetLine(
        id: id, holder: entry["for"]?.word ?? entry["one-per"]?.word ?? "partnership", ground: entry.ground)
    }
  }

  func decides() -> [Charter.Decides] {
    (root["decisions"]?["who-decides"]?.members ?? []).map { subject, entry in
      Charter.Decides(
        subject: subject, bodies: entry["bodies"]?.words ?? [], rule: entry["rule"]?.word,
        ruleGround: entry["rule"]?.ground ?? entry.ground,
        ifFormal: entry["and-if-formal"]?.words ?? [], ground: entry.ground)
    }
  }

  func indicators() -> [Charter.Indicator] {
    (root["indicators"]?.members ?? []).map { id, entry in
      Charter.Indicator(
        id: id, name: name(entry, id), unit: entry["unit"]?.word, kind: entry["kind"]?.word,
        by: entry["by"]?.words ?? [], formula: entry["formula"]?.word,
        isCountedOnce: entry["counted"]?.word != "each", baseline: entry["baseline"]?.word,
        target: entry["target"]?.word,
        ground: entry.ground)
    }
  }

  /// What an area carries up; projects are activities of the form `project` unless the charter names others.
  func rollUp(_ entry: Entry?) -> RollUp? {
    guard let entry else { return nil }
    let projects = entry["projects"]?.words ?? []
    return RollUp(
      indicators: entry["indicators"]?.words ?? [], projects: projects.isEmpty ? ["project"] : projects,
      why: entry["why"]?.translated(original), ground: entry.ground)
  }
}
