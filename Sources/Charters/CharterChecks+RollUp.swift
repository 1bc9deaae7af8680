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
        findings.fault("roll-up.no-indicator", ["place": .text(block.path)], line: entry.line)
      }
      for (index, id) in rollUp.indicators.enumerated() {
        if rollUp.indicators.prefix(index).contains(id) {
          findings.fault(
            "roll-up.twice", ["place": .text(entry.path), "indicator": .text(id)], line: entry.line)
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
      findings.fault("counted", ["place": .text(indicator.path), "kind": .text(kind)], line: entry.line)
    }
  }

  private func addressee(_ block: Entry) {
    guard block["to"] == nil else { return }
    findings.fault(
      "roll-up.to", ["place": .text(block.path), "programme": "\(RollUp.programme)"], line: block.line)
  }

  /// An indicator that is carried up says how: its kind and its unit.
  private func added(_ indicator: Charter.Indicator, _ rollUp: Entry) {
    let entry = root["indicators"]?[indicator.id]
    let line = entry?.line ?? rollUp.line
    let path = "indicators.\(indicator.id)"
    guard let kind = indicator.kind else {
      return findings.fault("roll-up.kind", ["place": .text(path)], line: line)
    }
    guard RollUpRule.added.contains(kind) else {
      // It may be named: each project's number is then shown and none is added.
      return findings.warning(
        "not-added",
        [
          "place": .text(rollUp.path), "indicator": .text(indicator.id), "kind": .text(kind),
          "added": .list(RollUpRule.added),
        ], line: rollUp.line)
    }
    guard let unit = indicator.unit else {
      return findings.fault("roll-up.unit", ["place": .text(path)], line: line)
    }
    if kind == "ratio" { ratio(indicator, unit, entry) }
  }

  private func ratio(_ indicator: Charter.Indicator, _ unit: String, _ entry: Entry?) {
    let path = "indicators.\(indicator.id)"
    let line = entry?["formula"]?.line ?? entry?.line ?? 1
    guard let text = indicator.formula, let formula = RatioFormula(text) else {
      return findings.fault(
        code: "formula",
        indicator.formula.map {
          Phrase("finding.formula", ["place": .text(path), "formula": "\($0.prefix(80))"])
        } ?? Phrase("finding.formula.none", ["place": .text(path)]), line: line)
    }
    refer(
      formula.indicators, Set(charter.indicators.map(\.id)), "indicator", entry?["formula"])
    let parts = formula.indicators.compactMap(charter.indicator)
    for part in parts where part.rollUpMethod != .sum {
      findings.fault(
        "formula.part",
        [
          "place": .text(path), "part": .text(part.id),
          "kind": part.kind.map { .text($0) } ?? .phrase(Phrase("finding.formula.kind-unsaid")),
        ], line: line)
    }
    // Of what is no sum the unit is no matter.
    guard parts.count == formula.indicators.count, parts.allSatisfy({ $0.rollUpMethod == .sum }) else {
      return
    }
    units(of: formula, indicator: path, unit, line)
  }

  /// Each side is in one unit, and the ratio's own unit follows from the two.
  private func units(of formula: RatioFormula, indicator path: String, _ unit: String, _ line: Int) {
    func units(_ side: [String]) -> Set<String> {
      Set(side.map { charter.indicator($0)?.unit ?? Self.noUnit })
    }
    let (above, below) = (units(formula.numerator), units(formula.denominator))
    guard let top = above.first, let bottom = below.first, above.count == 1, below.count == 1 else {
      return findings.fault(
        "units.side",
        [
          "place": .text(path),
          "units": .joined((above.count > 1 ? above : below).sorted().map(Self.said), by: "phrase.and"),
        ], line: line)
    }
    let quotient = "\(top)/\(bottom)"
    guard unit != quotient, unit != "%" || top != bottom else { return }
    let place: [String: Phrase.Value] = [
      "place": .text(path), "unit": .text(unit), "quotient": .text(quotient),
    ]
    if top == bottom {
      findings.fault("units.ratio", place, line: line)
    } else {
      findings.fault("units.quotient", place, line: line)
    }
  }

  private static let noUnit = "no unit"

  private static func said(_ unit: String) -> Phrase.Value {
    unit == noUnit ? .phrase(Phrase("finding.units.none")) : .text(unit)
  }
}
