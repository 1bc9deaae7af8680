internal import Kernel

/// The answers that the charter's terms give for one part, and the wait that follows from who amends.
struct AnswersOfTerms {
  let around: Surroundings
  let place: PlaceOfWork
  let terms: GoverningTerms

  func cells() -> [Cell] {
    [
      modality(), words(.mention, isChoice: true), linkedTo(), bodies(.reportsTo), bodies(.priorities),
      words(.heeds),
      bodies(.amendedBy), texts(), bodies(.host), words(.participation), words(.flexibility), words(.gains),
    ]
  }

  private func modality() -> Cell {
    let own = terms.own
    guard let said = own.said[.modality] else {
      return Cell(
        .modality, .given, [[own.modality.rawValue]], because: [Reason(.derived, "charter-is-silent")])
    }
    return Cell(
      .modality, .given, [[own.modality.rawValue]], because: [Reason("terms", at: said.path, said.ground)])
  }

  private func linkedTo() -> Cell {
    let own = terms.own
    let said = own.said[.linkedTo] ?? own.said[.modality]
    let reasons = [
      said.map { Reason("terms", at: $0.path, $0.ground) } ?? Reason(.derived, "charter-is-silent")
    ]
    if own.modality == .none, own.targets.isEmpty { return Cell(.linkedTo, .none, because: reasons) }
    let values = own.said[.linkedTo]?.needsAll == true ? own.targets.map { [$0] } : [own.targets]
    return Cell(
      .linkedTo, own.targets.isEmpty ? .notStated : .given, own.targets.isEmpty ? [] : values,
      because: reasons)
  }

  private func bodies(_ question: Question) -> Cell {
    guard let found = terms.saying(question) else { return silent(question) }
    let values = terms.bodies(found)
    guard !values.isEmpty else { return answer(question, found, []) }
    return answer(question, found, values)
  }

  /// - Parameter isChoice: whether several words are a choice and do not hold at once.
  private func words(_ question: Question, isChoice: Bool = false) -> Cell {
    guard let found = terms.saying(question) else { return silent(question) }
    let words = found.saying.words
    return answer(question, found, words.isEmpty ? [] : isChoice ? [words] : words.map { [$0] })
  }

  /// The texts that the terms name. One that a record keeps for certain areas holds for those alone (R108).
  private func texts() -> Cell {
    guard let found = terms.saying(.texts) else { return silent(.texts) }
    var records: [String] = []
    let words = found.saying.words.filter { word in
      let kept = around.facts.texts.filter { $0.document == word }
      guard let area = place.area else {
        records += kept.map(\.record)
        return true
      }
      let holding = kept.filter { $0.areas.isEmpty || $0.areas.contains(area) }
      records += holding.map(\.record)
      return kept.isEmpty || !holding.isEmpty
    }
    var cell = answer(.texts, found, words.map { [$0] })
    if !records.isEmpty { cell.reasons.append(Reason(.recorded, "texts-in-force", records: records)) }
    return cell
  }

  private func answer(_ question: Question, _ found: GoverningTerms.Found, _ values: [[String]]) -> Cell {
    // What is carried over from another part or option is our reading, whoever stated it there.
    let atLeast: Reason.Basis = found.rule == "terms" ? .stated : .implied
    let reason = Reason(found.rule, at: found.saying.path, found.saying.ground, atLeast: atLeast)
    let standing: Cell.Standing = !values.isEmpty ? .given : found.saying.isNone ? .none : .notStated
    return Cell(question, standing, values, because: [reason])
  }

  private func silent(_ question: Question) -> Cell {
    Cell(question, .notStated, because: [Reason(.derived, "charter-is-silent")])
  }

  /// Those who amend must all meet first; the slowest decides. Where one has no calendar nothing is said.
  func pace() -> Cell {
    let amendedBy = bodies(.amendedBy)
    let found = around.calendar.wait(forAll: amendedBy.values)
    guard let wait = found.wait else {
      let rule = amendedBy.values.isEmpty ? "nobody-amends" : "no-calendar"
      return Cell(
        .pace, .notStated, found.unknown.map { [$0] }, because: [Reason(.derived, rule)])
    }
    return Cell(
      .pace, .given, amendedBy.main.map { [$0] }, number: wait.expected, most: wait.longest, unit: "day",
      because: amendedBy.reasons + wait.reasons)
  }
}
