internal import Kernel

/// What must hold of the blocks that say what areas, mechanisms and exemptions are about.
extension CharterChecks {
  func models() {
    admission()
    appointments()
    areasNamed()
    exemptions()
    ruleOfBodies()
    let windows = Set(charter.windows.map(\.id))
    for share in root["finance"]?["shares"]?["of"]?.elements ?? [] {
      refer(share["window"]?.words ?? [], windows, "finance window", share["window"])
    }
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
      findings.fault(
        "admission",
        "membership.admission has rules for single areas and none for the others; add \u{201C}default\u{201D}",
        line: block.line)
    }
    for member in block.members where areas.contains(member.name) || member.name == "default" {
      refer(member.entry["by"]?.words ?? [], bodies, "body", member.entry["by"])
    }
  }

  /// Whoever appoints or suspends is a body, and joining by appointment names who appoints.
  private func appointments() {
    for terms in charter.membership.terms {
      let entry = root["membership"]?["categories"]?[terms.category]
      if let host = terms.appointedBy { refer([host], bodies, "body", entry?["appointed-by"]) }
      if terms.joinsBy == "appointment", terms.appointedBy == nil {
        findings.fault(
          "appointment",
          "membership.categories.\(terms.category) joins by appointment and does not say whose; add appointed-by",
          line: entry?.line ?? 1)
      }
    }
    for rule in charter.membership.admissions {
      let block = root["membership"]?["admission"]
      if case .host(let host) = rule.by { refer([host], bodies, "body", block) }
      refer(rule.suspendedBy, bodies, "body", block)
    }
  }

  /// Blocks that say which area they belong to name one of the charter's.
  private func areasNamed() {
    let areas = Set(charter.areas.map(\.id))
    let holders = [
      root["bodies"], root["deliverables"]?["items"], root["tracking"]?["parameters"], root["campaigns"],
    ]
    for member in holders.flatMap({ $0?.members ?? [] }) {
      refer(member.entry["area"]?.words ?? [], areas, "area", member.entry["area"])
    }
    for cycle in root["cycles"]?.elements ?? [] {
      refer(cycle["area"]?.words ?? [], areas, "area", cycle["area"])
    }
  }

  private func exemptions() {
    let treaties = Set(charter.treaties.map(\.id))
    for exemption in root["exemptions"]?.members ?? [] {
      refer(exemption.entry["treaty"]?.words ?? [], treaties, "treaty", exemption.entry["treaty"])
      if let review = exemption.entry["review"] {
        refer((review["by"]?.words ?? []) + (review["advised-by"]?.words ?? []), bodies, "body", review)
      }
    }
  }

  /// A body decides by a rule that the charter has.
  private func ruleOfBodies() {
    let rules = Set((root["decisions"]?["rules"]?.members ?? []).map(\.name)).union(["none"])
    for body in root["bodies"]?.members ?? [] {
      if let rule = body.entry["rule"]?.word {
        refer([rule], rules, "decision rule", body.entry["rule"])
      }
    }
  }
}
