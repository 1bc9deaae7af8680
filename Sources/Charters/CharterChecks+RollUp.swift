internal import Kernel

/// What must hold so that numbers of projects can be carried up to the programme: nothing is added that has no sum.
extension CharterChecks {
  func rollUps() {
    for indicator in root["indicators"]?.members ?? [] { counted(indicator.entry) }
    for area in charter.areas {
      guard let rollUp = area.rollUp, let block = root["areas"]?[area.id]?["roll-up"] else { continue }
      addressee(block)
      let entry = block["indicators"] ?? block
      if rollUp.indicators.isEmpty {
        findings.fault(
          "roll-up", "\(block.path) names no indicator; list those that are carried up under indicators",
          line: entry.line)
      }
      for (index, id) in rollUp.indicators.enumerated() {
        if rollUp.indicators.prefix(index).contains(id) {
          findings.fault(
            "roll-up", "\(entry.path) names \u{201C}\(id)\u{201D} twice; once is enough", line: entry.line)
        } else if let indicator = charter.indicator(id) {
          added(indicator, entry)
        }
      }
    }
  }

  private func counted(_ indicator: Entry) {
    guard let entry = indicator["counted"], let word = entry.word else { return }
    if ["once", "each"].contains(word), let kind = indicator["kind"]?.word, !RollUpRule.counts.contains(kind)
    {
      findings.fault(
        "counted",
        "\(indicator.path) is of kind \(kind), which counts no things; leave \u{201C}counted\u{201D} out",
        line: entry.line)
    }
  }

  private func addressee(_ block: Entry) {
    guard block["to"] == nil else { return }
    findings.fault(
      "roll-up", "\(block.path) does not say where to; write to: \(RollUp.programme)", line: block.line)
  }

  /// An indicator that is carried up says how: its kind and its unit.
  private func added(_ indicator: Charter.Indicator, _ rollUp: Entry) {
    let entry = root["indicators"]?[indicator.id]
    let line = entry?.line ?? rollUp.line
    let path = "indicators.\(indicator.id)"
    guard let kind = indicator.kind else {
      return findings.fault(
        "roll-up",
        "\(path) has no kind, so that nobody can tell whether it is added; write one, such as count or sum",
        line: line)
    }
    guard RollUpRule.added.contains(kind) else {
      // It may be named: each project's number is then shown and none is added.
      return findings.warning(
        "not-added",
        "\(rollUp.path) names \(indicator.id), and a number of kind \(kind) is not added: each project's stands for itself; "
          + "added are \(RollUpRule.added.joined(separator: ", "))",
        line: rollUp.line)
    }
    guard let unit = indicator.unit else {
      return findings.fault(
        "roll-up", "\(path) has no unit; numbers are added in one unit only, so name it", line: line)
    }
    if kind == "ratio" { ratio(indicator, unit, entry) }
  }

  private func ratio(_ indicator: Charter.Indicator, _ unit: String, _ entry: Entry?) {
    let path = "indicators.\(indicator.id)"
    let line = entry?["formula"]?.line ?? entry?.line ?? 1
    guard let text = indicator.formula, let formula = RatioFormula(text) else {
      return findings.fault(
        "formula",
        indicator.formula.map {
          "\(path).formula: \u{201C}\($0.prefix(80))\u{201D} cannot be made again from its parts; write \(RatioFormula.form)"
        }
          ?? "\(path) is a ratio without a formula, so that it cannot be made again from its parts; write \(RatioFormula.form)",
        line: line)
    }
    refer(
      formula.indicators, Set(charter.indicators.map(\.id)), "indicator", entry?["formula"])
    let parts = formula.indicators.compactMap(charter.indicator)
    for part in parts where part.rollUpMethod != .sum {
      findings.fault(
        "formula",
        "\(path).formula names \(part.id), which is of kind \(part.kind ?? "not stated"); a ratio is made of sums: "
          + "of indicators of kind sum, or counts that are counted: each",
        line: line)
    }
    // Of what is no sum the unit is no matter.
    guard parts.count == formula.indicators.count, parts.allSatisfy({ $0.rollUpMethod == .sum }) else {
      return
    }
    units(of: formula, indicator: path, unit, line)
  }

  /// Each side is in one unit, and the ratio's own unit follows from the two.
  private func units(of formula: RatioFormula, indicator path: String, _ unit: String, _ line: Int) {
    func units(_ side: [String]) -> Set<String> { Set(side.map { charter.indicator($0)?.unit ?? "no unit" }) }
    let (above, below) = (units(formula.numerator), units(formula.denominator))
    guard let top = above.first, let bottom = below.first, above.count == 1, below.count == 1 else {
      return findings.fault(
        "units",
        "\(path).formula adds \((above.count > 1 ? above : below).sorted().joined(separator: " and ")); "
          + "each side of a ratio is in one unit", line: line)
    }
    let quotient = "\(top)/\(bottom)"
    guard unit != quotient, unit != "%" || top != bottom else { return }
    findings.fault(
      "units",
      "\(path) is in \(unit), and its formula gives \(quotient)"
        + (top == bottom ? "; write \(quotient) or \"%\"" : "; write \(quotient)"), line: line)
  }
}
