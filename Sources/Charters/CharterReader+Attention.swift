internal import Kernel

extension CharterReader {
  /// The charter's own thresholds; those it does not name are the usual ones.
  func attention() -> Attention {
    var attention = Attention.unsaid
    if let block = root["attention"] {
      attention.ground = block.ground
      attention.incomeGroups = block["income-groups"]?.words ?? []
      attention.populations = block["populations"]?.words ?? []
      lights(block["report-after"], &attention)
      if let share = block["donor-share"] {
        if let percent = share.text.flatMap(Double.init), 0 < percent, percent <= 100 {
          attention.donorShare = percent
        } else {
          findings.fault("donor-share", line: share.line)
        }
      }
    }
    if let overlap = root["overlap-check"] { attention.overlap = sameness(overlap) }
    return attention
  }

  /// `report-after: {yellow: 12 months, red: 24 months}`
  private func lights(_ entry: Entry?, _ attention: inout Attention) {
    guard let entry else { return }
    func months(_ light: String) -> Int? {
      guard let member = entry[light] else { return nil }
      let parts = (member.text ?? "").split(separator: " ")
      if parts.count == 2, ["month", "months"].contains(parts[1]), let count = Int(parts[0]),
        1...1200 ~= count
      {
        return count
      }
      findings.fault("report-after", ["place": .text(member.path)], line: member.line)
      return nil
    }
    attention.yellowAfterMonths = months("yellow") ?? attention.yellowAfterMonths
    attention.redAfterMonths = months("red") ?? attention.redAfterMonths
    guard attention.yellowAfterMonths >= attention.redAfterMonths else { return }
    findings.fault(
      "report-after.order",
      ["red": "\(attention.redAfterMonths)", "yellow": "\(attention.yellowAfterMonths)"], line: entry.line)
  }

  private func sameness(_ entry: Entry) -> Set<Attention.Sameness> {
    Set(entry.words.compactMap(Attention.Sameness.init))
  }
}
