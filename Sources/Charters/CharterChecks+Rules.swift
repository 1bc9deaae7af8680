internal import Kernel

/// What must hold of linkages, reporting, dates, money and decisions.
extension CharterChecks {
  func linkages() {
    let numbers = charter.options.map(\.number)
    if !numbers.isEmpty, numbers.sorted() != Array(1...numbers.count) {
      findings.fault(
        "option-numbers",
        "options are numbered \(numbers.map(String.init).joined(separator: ", ")); number them 1 to \(numbers.count)",
        line: root["options"]?.line ?? 1)
    }
    if charter.linkage.option == nil, charter.linkage.terms == nil {
      findings.fault(
        "no-linkage", "the linkage in force neither follows an option nor has a default; say one of the two",
        line: root["linkage"]?.line ?? 1)
    }
    for option in charter.options {
      let entry = root["options"]?[option.id]
      check(option.terms, entry?["default"] ?? entry)
      for (part, terms) in option.parts {
        refer([part], parts, "area or stream", entry?["parts"]?[part])
        check(terms, entry?["parts"]?[part])
      }
    }
    if let terms = charter.linkage.terms { check(terms, root["linkage"]?["default"]) }
    for (part, terms) in charter.linkage.parts {
      refer([part], parts, "area or stream", root["linkage"]?["parts"]?[part])
      check(terms, root["linkage"]?["parts"]?[part])
    }
  }

  private func check(_ terms: LinkageTerms, _ entry: Entry?) {
    let place = entry?.path ?? "linkage"
    // A modality that nobody knows is told where its word is judged.
    if let modality = entry?["modality"]?.text, LinkageTerms.Modality(rawValue: modality) == nil { return }
    if terms.modality == .none, !terms.targets.isEmpty {
      findings.fault(
        "contradiction",
        "\(place) has modality none and is tied to \(terms.targets.joined(separator: ", ")); a part without a link names no body",
        line: entry?.line ?? 1)
    }
    let giving = Question.allCases.filter { terms.said[$0]?.words.contains("linked-body") ?? false }
    if terms.modality == .none, terms.targets.isEmpty, !giving.isEmpty {
      findings.warning(
        "contradiction",
        "\(place) has modality none and gives linked-body a say (\(giving.compactMap(\.key).joined(separator: ", "))); a part without a link has no linked body",
        line: entry?.line ?? 1)
    }
    if terms.modality == .formal, terms.targets.isEmpty {
      findings.fault(
        "contradiction", "\(place) has modality formal and names no body; say to which body it is tied",
        line: entry?.line ?? 1)
    }
    let subsidiary = terms.targets.filter { target in
      target.contains("subsidiary") || charter.body(target)?.kind == "subsidiary"
    }
    if terms.modality == .formal, charter.isNoSubsidiaryBody, !subsidiary.isEmpty {
      findings.warning(
        "subsidiary-body",
        "\(place) may tie a voluntary process to \(subsidiary.joined(separator: ", ")): classed as a subsidiary body of the treaty it could get a legal regime (F3)",
        line: entry?.line ?? 1)
    }
  }

  /// Every part has someone to report to.
  func reporting() {
    if charter.reporting.isEmpty {
      findings.fault(
        "no-reporting",
        "nobody reports to anybody; add a line with id, from and to under \u{201C}reporting\u{201D}",
        line: root["reporting"]?.line ?? 1)
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
      findings.fault(
        "no-addressee",
        parts.count == 1
          ? "\(names) reports to nobody: \(path) names no addressee; say who receives its report"
          : "\(names) report to nobody: \(path) names no addressee; say who receives their reports",
        line: parts[0].of.ground.line > 0 ? parts[0].of.ground.line : parts[0].at?.line ?? 1)
    }
  }

  func periods() {
    for cycle in charter.cycles {
      if let since = cycle.period.since, let until = cycle.period.until, until.last < since.first {
        findings.fault(
          "cycle-dates", "cycle \(cycle.id) ends before it begins; \u{201C}from\u{201D} is its first day",
          line: cycle.ground.line)
      }
    }
    for area in charter.areas + charter.topics {
      if let since = area.since, let end = area.plannedEndOn ?? area.until, end.last < since.first {
        findings.fault(
          "area-dates",
          "\(area.id) is to end in \(end) and begins in \(since); an end comes after the beginning",
          line: area.ground.line)
      }
    }
  }

  func money() {
    if charter.budget.isEmpty {
      findings.warning(
        "no-budget",
        "no line of a budget stands in finance.budget; every partnership needs means, for coordination too (A35)",
        line: root["finance"]?.line ?? 1)
    }
  }
}
