public import Kernel

/// Something to weigh before one chooses a linkage.
public struct Warning: Composed {
  public enum Code: String, Kernel.Code {
    /// A voluntary process tied to, and perhaps classed as, a subsidiary body of the treaty (F3).
    case subsidiaryBody = "subsidiary-body"
    case noAddressee = "no-addressee"
    /// Tied, or reporting, to a body that does not exist on the day.
    case bodyNotYet = "body-not-yet"
    case noBudget = "no-budget"
    case budgetNotStated = "budget-not-stated"
    case pastPlannedEnd = "past-planned-end"
    case plannedEndNotDated = "planned-end-not-dated"
    /// The terms say that a part is not tied, and to whom; or that it is, and to nobody.
    case contradiction
    case bodyCycle = "body-cycle"
    /// Some parts stand under a treaty provision and others do not.
    case twoTexts = "two-texts"
    /// Governments among the partners answer to the treaty's body too (A29).
    case twoRegimes = "two-regimes"
  }
  public var code: Code
  /// Bodies, texts or dates it is about.
  public var about: [String]
  public var reasons: [Reason]

  public static let schema = Schema(
    "warning", Warning.init(code:about:reasons:),
    Field("code", \.code),
    Field("about", \.about),
    Field("reasons", \.reasons))
}

/// What to weigh of one part under its terms.
struct WarningsOfPart {
  let around: Surroundings
  let place: PlaceOfWork
  let terms: GoverningTerms

  private var charter: Charter { around.charter }

  func warnings(reportsTo: Cell) -> [Warning] {
    contradictions() + subsidiary() + addressee(reportsTo) + notYet(reportsTo) + ends()
  }

  private func contradictions() -> [Warning] {
    let own = terms.own
    let reasons = [
      Reason("terms", at: own.said[.modality]?.path ?? "", own.said[.modality]?.ground ?? own.ground)
    ]
    let wantsBody = own.said.values.contains { $0.words.contains("linked-body") }
    if own.modality == .none, !own.targets.isEmpty {
      return [Warning(code: .contradiction, about: own.targets, reasons: reasons)]
    }
    if own.targets.isEmpty, own.modality == .formal || (own.modality == .none && wantsBody) {
      return [Warning(code: .contradiction, about: [], reasons: reasons)]
    }
    return []
  }

  private func subsidiary() -> [Warning] {
    guard charter.isNoSubsidiaryBody, terms.own.modality == .formal else { return [] }
    let found = terms.own.targets.filter {
      $0.contains("subsidiary") || charter.body($0)?.kind == "subsidiary"
    }
    guard !found.isEmpty else { return [] }
    return [
      Warning(
        code: .subsidiaryBody, about: found,
        reasons: [
          Reason("not-a-subsidiary-body", at: "not-a-subsidiary-body", charter.isNoSubsidiaryBodyGround)
        ])
    ]
  }

  private func addressee(_ cell: Cell) -> [Warning] {
    cell.main.isEmpty ? [Warning(code: .noAddressee, about: [], reasons: cell.reasons)] : []
  }

  /// The first of each choice counts, as everywhere.
  private func notYet(_ reportsTo: Cell) -> [Warning] {
    let tied = terms.own.modality == .none ? [] : Array(terms.own.targets.prefix(1))
    let missing = (tied + reportsTo.main).uniqued.filter { !around.exists($0) }
    return missing.map { body in
      let records = around.facts.bodies[body]?.since != nil ? ["body/\(body)"] : []
      var reason = Reason(
        "exists-on-the-day", at: "bodies.\(body)", charter.body(body)?.ground ?? Ground(), atLeast: .derived)
      reason.records = records
      let since = around.beginning(of: body).map { [$0.description] } ?? []
      return Warning(code: .bodyNotYet, about: [body] + since, reasons: [reason])
    }
  }

  private func ends() -> [Warning] {
    guard let area = charter.areas.first(where: { $0.id == place.area }), place.stream == nil else {
      return []
    }
    let reason = Reason("planned-end", at: "areas.\(area.id).planned-end", area.ground)
    if let end = around.facts.ends[area.id] ?? area.plannedEndOn?.last {
      return end < around.day
        ? [Warning(code: .pastPlannedEnd, about: [end.description], reasons: [reason])] : []
    }
    return area.plannedEnd == nil ? [] : [Warning(code: .plannedEndNotDated, about: [], reasons: [reason])]
  }
}

extension Surroundings {
  /// What to weigh of a whole arrangement, beside what holds for single parts.
  func warnings(of parts: [PartConsequences], partiesReportTo: Cell) -> [Warning] {
    var warnings = budget() + circles()
    let texts = parts.compactMap { $0.cell(.texts) }.filter { !$0.values.isEmpty }
    if texts.map(\.values).uniqued.count > 1 {
      warnings.append(
        Warning(
          code: .twoTexts, about: texts.flatMap(\.values).flatMap { $0 }.uniqued,
          reasons: [Reason(.derived, "texts-differ")]))
    }
    let bodies = Set(parts.compactMap { $0.cell(.reportsTo) }.flatMap(\.main))
    if let other = partiesReportTo.main.first, !bodies.isSubset(of: partiesReportTo.main) {
      warnings.append(
        Warning(
          code: .twoRegimes, about: [other],
          reasons: partiesReportTo.reasons
            + [Reason(.derived, "two-regimes", records: facts.governments?.records ?? [])]))
    }
    return warnings
  }

  /// A partnership needs means, for coordination too (R112).
  private func budget() -> [Warning] {
    guard !charter.budget.isEmpty else {
      return [Warning(code: .noBudget, about: [], reasons: [Reason(.derived, "no-budget")])]
    }
    let silent = charter.budget.filter { !facts.budgeted.contains($0.id) }
    guard !silent.isEmpty else { return [] }
    return [
      Warning(
        code: .budgetNotStated, about: silent.map(\.id),
        reasons: silent.map { Reason("budget-line", at: "finance.budget.lines.\($0.id)", $0.ground) })
    ]
  }

  /// Bodies that stand above themselves. A charter that was read has none; one that was put together may.
  private func circles() -> [Warning] {
    let parents = Dictionary(charter.bodies.compactMap { body in body.partOf.map { (body.id, $0) } }) {
      first, _ in first
    }
    let found = charter.bodies.map(\.id).filter { id in
      var met: Set<String> = []
      var next = parents[id]
      while let current = next, met.insert(current).inserted {
        if current == id { return true }
        next = parents[current]
      }
      return false
    }
    guard !found.isEmpty else { return [] }
    return [Warning(code: .bodyCycle, about: found, reasons: [Reason(.derived, "body-cycle")])]
  }
}
