internal import Kernel

/// What must hold of the blocks that say what areas, mechanisms and exemptions are about.
extension CharterChecks {
  func models() {
    admission()
    appointments()
  }

  /// Admission is one rule for all, or one for each area and a default.
  private func admission() {
    let own: Set<String> = ["document", "must-state", "by", "with", "reviewed-by", "since", "until"]
    guard let block = root["membership"]?["admission"] else { return }
    let areas = Set(charter.areas.map(\.id))
    for member in block.members where !own.contains(member.name) && member.name != "default" {
      refer([member.name], areas, "area", member.entry)
    }
    if block.members.contains(where: { areas.contains($0.name) }), block["default"] == nil {
      findings.fault("admission", line: block.line)
    }
  }

  /// Joining by appointment names who appoints.
  private func appointments() {
    for terms in charter.membership.terms {
      let entry = root["membership"]?["categories"]?[terms.category]
      if terms.joinsBy == "appointment", terms.appointedBy == nil {
        findings.fault("appointment", ["category": .text(terms.category)], line: entry?.line ?? 1)
      }
    }
  }
}
