internal import Kernel

/// What must hold of linkages, reporting, dates, money and decisions.
extension CharterChecks {
  func linkages() {
    let numbers = charter.options.map(\.number)
    if !numbers.isEmpty, numbers.sorted() != Array(1...numbers.count) {
      findings.fault(
        "option-numbers", ["numbers": .list(numbers.map(String.init)), "last": "\(numbers.count)"],
        line: root["options"]?.line ?? 1)
    }
    if charter.linkage.option == nil, charter.linkage.terms == nil {
      findings.fault("no-linkage", line: root["linkage"]?.line ?? 1)
    }
    for option in charter.options {
      let entry = root["options"]?[option.id]
      check(option.terms, entry?["default"] ?? entry)
      for (part, terms) in option.parts {
        refer([part], parts, "area-or-stream", entry?["parts"]?[part])
        check(terms, entry?["parts"]?[part])
      }
    }
    if let terms = charter.linkage.terms { check(terms, root["linkage"]?["default"]) }
    for (part, terms) in charter.linkage.parts {
      refer([part], parts, "area-or-stream", root["linkage"]?["parts"]?[part])
      check(terms, root["linkage"]?["parts"]?[part])
    }
  }

  private func check(_ terms: LinkageTerms, _ entry: Entry?) {
    let place = entry?.path ?? "linkage"
    // A modality that nobody knows is told where its word is judged.
    if let modality = entry?["modality"]?.text, LinkageTerms.Modality(rawValue: modality) == nil { return }
    if terms.modality == .none, !terms.targets.isEmpty {
      findings.fault(
        "contradiction.no-link", ["place": .text(place), "targets": .list(terms.targets)],
        line: entry?.line ?? 1)
    }
    let giving = Question.allCases.filter { terms.said[$0]?.words.contains("linked-body") ?? false }
    if terms.modality == .none, terms.targets.isEmpty, !giving.isEmpty {
      findings.warning(
        "contradiction.no-link-say", ["place": .text(place), "questions": .list(giving.compactMap(\.key))],
        line: entry?.line ?? 1)
    }
    if terms.modality == .formal, terms.targets.isEmpty {
      findings.fault("contradiction.formal", ["place": .text(place)], line: entry?.line ?? 1)
    }
    let subsidiary = terms.targets.filter { target in
      target.contains("subsidiary") || charter.body(target)?.kind == "subsidiary"
    }
    if terms.modality == .formal, charter.isNoSubsidiaryBody, !subsidiary.isEmpty {
      findings.warning(
        "subsidiary-body", ["place": .text(place), "bodies": .list(subsidiary)], line: entry?.line ?? 1)
    }
  }

  /// Every part has someone to report to.
  func reporting() {
    if charter.reporting.isEmpty {
      findings.fault("no-reporting", line: root["reporting"]?.line ?? 1)
    }
    guard charter.reporting.contains(where: { $0.to == "linkage" }) else { return }
    let cases =
      charter.areas.map { (name: $0.id, of: charter.addressee(area: $0.id), at: root["areas"]?[$0.id]) }
      + charter.streams.map {
        (name: $0.id, of: charter.addressee(stream: $0.id), at: root["streams"]?[$0.id])
      }
    // One sentence for each rule that is silent, however many parts it leaves without an addressee.
    let silent = cases.filter { $0.of.bodies.isEmpty }
    for path in silent.map(\.of.path).uniqued {
      let parts = silent.filter { $0.of.path == path }
      let names = parts.map(\.name).joined(separator: ", ")
      let told: [String: Phrase.Value] = ["parts": .text(names), "path": .text(path)]
      let line = parts[0].of.ground.line > 0 ? parts[0].of.ground.line : parts[0].at?.line ?? 1
      if parts.count == 1 {
        findings.fault("no-addressee", told, line: line)
      } else {
        findings.fault("no-addressee.several", told, line: line)
      }
    }
  }

  func periods() {
    for cycle in charter.cycles {
      if let since = cycle.period.since, let until = cycle.period.until, until.last < since.first {
        findings.fault("cycle-dates", ["cycle": .text(cycle.id)], line: cycle.ground.line)
      }
    }
    for area in charter.areas + charter.topics {
      if let since = area.since, let end = area.plannedEndOn ?? area.until, end.last < since.first {
        findings.fault(
          "area-dates", ["area": .text(area.id), "end": "\(end)", "since": "\(since)"], line: area.ground.line
        )
      }
    }
  }

  func money() {
    if charter.budget.isEmpty {
      findings.warning("no-budget", line: root["finance"]?.line ?? 1)
    }
  }
}
