internal import Charters
internal import Kernel
internal import Registry
internal import Workplan

/// Areas and partners: who leads, what rests, what is past its end, who is silent.
extension Portfolio {
  var areaFindings: [PortfolioFinding] {
    let led = Set(
      seats.filter { $0.role == "lead" && $0.period.covers(day) }.compactMap(\.area))
    return areas.flatMap { area in
      let subject = PortfolioFinding.Subject(area, area.name)
      var findings: [PortfolioFinding] = []
      if !led.contains(area.id) { findings.append(.init(.areaWithoutLead, .red, subject)) }
      if area.state == .dormant { findings.append(.init(.areaDormant, .yellow, subject)) }
      if let end = area.plannedEndOn, end.last < day {
        findings.append(.init(.areaPastEnd, .red, subject, ["date": .date(end)]))
      }
      if let cycle = currentCycle, isIdle(area, in: cycle) {
        findings.append(.init(.areaWithoutActivity, .yellow, subject, ["cycle": .word(cycle.id.text)]))
      }
      return findings
    }
  }

  /// Whether nothing of an area is known to have run in a cycle. An activity that its source does not date may have.
  private func isIdle(_ area: Area, in cycle: Cycle) -> Bool {
    !activities.contains {
      $0.areas.contains(area.id.text) && $0.period.meets(cycle.period)
    }
  }

  var partnerFindings: [PortfolioFinding] {
    let reports = Dictionary(grouping: reports, by: \.partner)
    return partners.compactMap { partner in
      let subject = PortfolioFinding.Subject(partner, partner.name)
      guard let sign = LastSign.of(partner, reports[partner.id] ?? [], by: day) else {
        return .init(.partnerUndated, .yellow, subject)
      }
      let light = light(after: sign)
      guard light != .green else { return nil }
      return .init(
        .partnerSilent, light, subject,
        ["since": .date(When(sign.day)), "sign": .word(sign.isReport ? "report" : "admission")])
    }
  }
}

extension Period {
  /// Whether two spans share a day; an open end, or one that is not known, excludes nothing.
  func meets(_ other: Period) -> Bool {
    let mine = (since?.first ?? Day(1, 1, 1), until?.last ?? Day(9999, 12, 31))
    let theirs = (other.since?.first ?? Day(1, 1, 1), other.until?.last ?? Day(9999, 12, 31))
    return mine.0 <= theirs.1 && theirs.0 <= mine.1
  }
}
