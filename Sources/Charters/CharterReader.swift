internal import Kernel

extension Charter {
  /// Reads and checks a charter. Every fault of the file is found at once, not the first one alone.
  ///
  /// - Parameters:
  ///   - name: the file as it is named in findings.
  ///   - sources: ids of the sources that may be cited beside paragraphs of the note; nil leaves that unchecked.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, sources: Set<String>? = nil
  ) -> CharterReading {
    read(bytes, name: name, sources: sources, reads: nil)
  }

  /// - Parameter reads: notes which keys become part of the charter, or are checked beside others.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, sources: Set<String>? = nil, reads: KeyReads?
  ) -> CharterReading {
    let findings = Findings(file: name)
    guard let tree = CharterText.tree(bytes, findings) else {
      return CharterReading(charter: nil, readable: nil, findings: findings.sorted, tree: nil)
    }
    let root = Entry(root: tree)
    CharterGrammar.check(root, findings)
    CharterFacts.check(root, sources, findings)
    let noted = reads.map { Entry(root: tree, reads: $0) } ?? root
    let charter = CharterReader(noted, findings).charter()
    if let charter { CharterChecks(charter, noted, findings).run() }
    let isUsable = !findings.list.contains { $0.severity == .fault }
    return CharterReading(
      charter: isUsable ? charter : nil, readable: charter, findings: findings.sorted, tree: tree)
  }

  public static func read(_ bytes: [UInt8], name: String, sources: Set<String>? = nil) -> CharterReading {
    bytes.withUnsafeBufferPointer { read($0, name: name, sources: sources) }
  }
}

/// From the tree to the typed charter. What is missing is a finding; the rest is read all the same.
struct CharterReader {
  let root: Entry
  let findings: Findings
  let original: Language

  init(_ root: Entry, _ findings: Findings) {
    self.root = root
    self.findings = findings
    original = root["languages"]?["original"]?.text.flatMap(Language.init) ?? .en
  }

  func charter() -> Charter? {
    guard let id = required("charter")?.word, let edition = required("edition")?.word,
      let inForce = required("in-force"), let names = required("name").flatMap({ $0.translated(original) }),
      let goal = required("goal"), let goalText = goal.translated(original)
    else { return nil }
    let membership = root["membership"]
    let admission = membership?["admission"]?["default"] ?? membership?["admission"]
    return Charter(
      id: id, edition: edition, period: Period(since: inForce["since"]?.when, until: inForce["until"]?.when),
      original: original, name: names, goal: goalText, goalGround: goal.ground, aims: named(goal["aims"]),
      media: named(goal["media"]), origin: origin(), form: form(), responsibilities: responsibilities(),
      shares: named("shares"),
      functions: named("functions"), levels: levels(), solutions: solutions(), work: work(),
      modes: named("modes"),
      natures: natures(), treaties: treaties(),
      bodies: bodies(), isNoSubsidiaryBody: root["not-a-subsidiary-body"]?.flag ?? true,
      isNoSubsidiaryBodyGround: root["not-a-subsidiary-body"]?.ground ?? Ground(),
      mainSectors: named(membership?["sectors"]?["main"]), movableSectors: movable(membership),
      categories: categories(membership), mustState: admission?["must-state"]?.words ?? [],
      admissionGround: (admission?["must-state"] ?? admission)?.ground ?? Ground(),
      admittedBy: admission?["by"]?.words ?? [],
      leavesAlways: membership?["leaving"]?["always"]?.flag ?? false,
      leavingGround: membership?["leaving"]?.ground ?? Ground(),
      priorities: root["priorities"]?["set-by"]?.words ?? [],
      prioritiesGround: root["priorities"]?.ground ?? Ground(), areas: areas("areas"),
      topics: areas("cross-cutting-topics"), streams: named("streams"), mechanisms: mechanisms(),
      documents: documents(), linkage: linkage(), options: options(),
      whateverTheLinkage: root["whatever-the-linkage"].map(saying), reporting: reporting(),
      cycles: cycles(),
      windows: windows(), budget: budget(), decides: decides(),
      rules: rules(), seatPlans: seatPlans(), partAdoption: partAdoption(),
      indicators: indicators(), attention: attention(),
      formation: formation(),
      membership: self.membership(label: "\(id) \(edition)"),
      beforeStart: root["finance"]?["before-an-activity-starts"]?.words ?? [], timeZone: timeZone(),
      rights: rights(), streamRole: streamRole(), ambition: ambition())
  }

  private func timeZone() -> DayZone {
    guard let entry = root["time-zone"], let name = entry.word else { return .utc }
    if let zone = DayZone(name) { return zone }
    findings.fault("time-zone", ["text": "\(name.prefix(60))"], line: entry.line)
    return .utc
  }

  private func required(_ key: String) -> Entry? {
    if let entry = root[key] { return entry }
    findings.fault("missing", ["key": .text(key)], line: 1)
    return nil
  }

  func name(_ entry: Entry, _ id: String) -> Translated {
    entry["name"]?.translated(original) ?? entry.translated(original) ?? Translated(original, id)
  }

  private func named(_ key: String) -> [Charter.Named] { named(root[key]) }

  private func named(_ block: Entry?) -> [Charter.Named] {
    (block?.members ?? []).map {
      Charter.Named(id: $0.name, name: name($0.entry, $0.name), ground: $0.entry.ground)
    }
  }

  private func natures() -> [Charter.Nature] {
    (root["natures"]?.members ?? []).compactMap { id, entry in
      let word = entry["class"]?.word ?? ""
      guard let kind = Charter.Nature.Class(rawValue: word) else {
        if word.isEmpty {
          findings.fault(
            "nature-class",
            ["nature": .text(id), "known": .list(Charter.Nature.Class.allCases.map(\.rawValue))],
            line: entry.line)
        }
        return nil
      }
      return Charter.Nature(
        id: id, name: name(entry, id), class: kind, by: entry["by"]?.word,
        wordings: entry["wordings"]?.words ?? [], through: entry["through"]?.words ?? [],
        ground: entry.ground)
    }
  }

  private func treaties() -> [Charter.Treaty] {
    (root["treaties"]?.members ?? []).map { id, entry in
      Charter.Treaty(
        id: id, name: name(entry, id),
        phases: (entry["phases"]?.elements ?? []).compactMap { step in
          guard let phase = step["phase"]?.word, let since = step["since"]?.when else { return nil }
          return Charter.Phase(phase: phase, since: since, ground: step.ground)
        },
        bodies: entry["bodies"]?.words ?? [],
        mentionsPartnerships: entry["mentions-partnerships"]?.text ?? "unknown",
        mentionsGround: entry["mentions-partnerships"]?.ground ?? entry.ground,
        saysHowToImplement: entry["says-how-to-implement"]?.text ?? "unknown",
        saysHowGround: entry["says-how-to-implement"]?.ground ?? entry.ground,
        ground: entry.ground)
    }
  }

  private func bodies() -> [Charter.Body] {
    (root["bodies"]?.members ?? []).map { id, entry in
      Charter.Body(
        id: id, name: name(entry, id), kind: entry["kind"]?.word ?? "other", partOf: entry["of"]?.word,
        treaty: entry["treaty"]?.word,
        period: Period(since: entry["since"]?.when, until: entry["until"]?.when),
        fromPhase: entry["exists"]?["from-phase"]?.word,
        meets: entry["meets"].flatMap { $0["every"]?.text ?? $0["at-least-every"]?.text ?? $0.word },
        meetsGround: entry["meets"]?.ground ?? entry.ground,
        ground: entry.ground)
    }
  }

  private func areas(_ key: String) -> [Charter.Area] {
    (root[key]?.members ?? []).map { id, entry in
      let since = entry["since"]
      let end = entry["planned-end"]
      return Charter.Area(
        id: id, name: name(entry, id), since: since?.when, notAfter: since?["not-after"]?.when,
        until: entry["until"]?.when, sinceGround: since?.ground ?? entry.ground,
        themes: entry["themes"]?.words ?? [], themesGround: entry["themes"]?.ground ?? entry.ground,
        isBeyondSubstance: entry["beyond-substance"]?.flag ?? false, plannedEnd: end?.word,
        plannedEndOn: end?["date"]?.when,
        plannedEndName: end?["name"]?.translated(original), rollUp: rollUp(entry["roll-up"]),
        ground: entry.ground)
    }
  }

  private func movable(_ membership: Entry?) -> [Charter.MovableSector] {
    (membership?["sectors"]?["movable"]?.members ?? []).map { id, entry in
      Charter.MovableSector(
        id: id, name: name(entry, id), countedIn: entry["counted-in"]?.word ?? "",
        isShownApart: entry["shown-apart"]?.flag ?? false)
    }
  }

  private func categories(_ membership: Entry?) -> [Charter.Category] {
    (membership?["categories"]?.members ?? []).map { id, entry in
      Charter.Category(
        id: id, name: name(entry, id), sector: entry["sector"]?.word ?? "declared", ground: entry.ground)
    }
  }
}
