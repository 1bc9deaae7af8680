internal import Kernel

extension CharterReader {
  func membership(label: String) -> Membership {
    let block = root["membership"]
    let standing = block?["good-standing"]
    let screening = block?["screening"]
    let categories = block?["categories"]?.members ?? []
    return Membership(
      admissions: admissions(block?["admission"]), terms: categories.map(terms),
      exclusions: (block?["excludes"]?.members ?? []).map { id, entry in
        Membership.Exclusion(
          id: id, name: name(entry, id), extendsTo: entry["extends-to"]?.words ?? [], ground: entry.ground)
      },
      isScreeningRequired: screening?["evidence"]?.text == "required",
      screenedEveryMonths: screening?["re-check"].flatMap(months),
      goodStanding: standing?["rule"]?.translated(original),
      withoutGoodStanding: standing?["without-it"]?.words ?? [],
      mayRepresentOthers: block?["represents-others"]?["allowed"]?.flag,
      allowsIndividuals: categories.contains { $0.name == "individual" }
        || block?["open"]?["individuals"]?.flag ?? false,
      hasNationalInitiatives: root["bodies"]?["national-initiatives"] != nil
        || root["mechanisms"]?["national-initiatives"]?["enabled"]?.flag ?? false,
      sides: (block?["sides"]?.members ?? []).map { side, entry in
        Membership.Side(subChamber: side, group: entry.text == "others" ? nil : entry.text)
      },
      label: label)
  }

  /// One rule for all, or one for each area and a default; the general one stands last.
  private func admissions(_ block: Entry?) -> [Membership.Admission] {
    guard let block else { return [] }
    let areas = (root["areas"]?.members ?? []).map(\.name)
    let own = block.members.filter { areas.contains($0.name) }
      .map { admission($0.entry, area: $0.name) }
    return own + [admission(block["default"] ?? block, area: nil)]
  }

  private func admission(_ entry: Entry, area: String?) -> Membership.Admission {
    Membership.Admission(
      area: area, document: entry["document"]?.word, mustState: entry["must-state"]?.words ?? [],
      by: authority(entry["by"]), suspendedBy: entry["suspension-by"]?.words ?? [],
      isObserverFirst: entry["observer-first"]?.flag ?? false, ground: entry.ground)
  }

  private func authority(_ entry: Entry?) -> Membership.Authority {
    guard let entry else { return .notStated }
    if entry["act"]?.word == "declaration" { return .declaration }
    if let host = entry["host"]?.word { return .host(host) }
    let bodies = entry.words
    guard !bodies.isEmpty else { return .notStated }
    let isSecretariat = bodies.allSatisfy { root["bodies"]?[$0]?["kind"]?.word == "secretariat" }
    return isSecretariat ? .secretariat(bodies) : .bodies(bodies)
  }

  private func terms(_ category: String, _ entry: Entry) -> Membership.Terms {
    let votes = entry["votes"]?.text
    return Membership.Terms(
      category: category, chamber: entry["chamber"]?.word, isFeeRequired: entry["fee"]?.word == "required",
      votes: votes == "not-stated" ? nil : votes, joinsBy: entry["joins-by"]?.word,
      appointedBy: entry["appointed-by"]?.word, isPartyPossible: entry["party-possible"]?.flag ?? false,
      ground: entry.ground)
  }

  /// `every 12 months`
  private func months(_ entry: Entry) -> Int? {
    let words = (entry.text ?? "").split(separator: " ").filter { $0 != "every" }
    if words.count == 2, ["month", "months"].contains(words[1]), let count = Int(words[0]), 1...1200 ~= count
    {
      return count
    }
    findings.fault("re-check", ["place": .text(entry.path)], line: entry.line)
    return nil
  }
}
