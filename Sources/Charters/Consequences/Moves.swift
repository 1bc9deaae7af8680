internal import Kernel

/// The differences between two arrangements, item by item.
struct Moves {
  let around: Surroundings
  let before: Consequences
  let after: Consequences
  let option: Option

  private var parts: [(before: PartConsequences, after: PartConsequences)] {
    before.realParts.compactMap { part in after.part(part.part).map { (part, $0) } }
  }

  func ties() -> [LinkageMove] {
    parts.compactMap { before, after in
      let (from, to) = (tie(before), tie(after))
      guard from != to else { return nil }
      return LinkageMove(
        sort: .tie, record: nil, part: before.part, question: .linkedTo, from: from, to: to,
        state: .needsDecision)
    }
  }

  /// The manner and the bodies: `[["formal"], ["cop", "subsidiary-body"]]`.
  private func tie(_ part: PartConsequences) -> [[String]] {
    (part.cell(.modality)?.values ?? []) + (part.cell(.linkedTo)?.values ?? [])
  }

  /// The report on each part, in the cycles that run; without a running cycle, the next report there will be.
  func reports() -> [LinkageMove] {
    let running = around.facts.cycles.filter(\.isRunning).map(\.record)
    return parts.flatMap { before, after -> [LinkageMove] in
      let (from, to) = (before.cell(.reportsTo)?.values ?? [], after.cell(.reportsTo)?.values ?? [])
      guard from != to else { return [] }
      let state = state(of: to)
      let records: [String?] = running.isEmpty ? [nil] : running
      return records.map {
        LinkageMove(
          sort: .report, record: $0, part: before.part, question: .reportsTo, from: from, to: to, state: state
        )
      }
    }
  }

  private func state(of addressees: [[String]]) -> LinkageMove.State {
    addressees.compactMap(\.first).allSatisfy { around.exists($0) } && !addressees.isEmpty
      ? .moves : .bodyNotYet
  }

  func rights() -> [LinkageMove] {
    let questions: [Question] = [.amendedBy, .priorities, .heeds, .host, .participation, .texts]
    return questions.flatMap { question in
      parts.compactMap { before, after in
        let (from, to) = (before.cell(question)?.values ?? [], after.cell(question)?.values ?? [])
        guard from != to else { return nil }
        let isNew = { (word: String) in to.contains([word]) && !from.contains([word]) }
        let state: LinkageMove.State
        if to.isEmpty {
          state = .notStated
        } else if question == .texts, isNew("treaty-provision") {
          state = .needsText
        } else {
          state = question.namesBodies ? self.state(of: to) : .moves
        }
        return LinkageMove(
          sort: .right, record: nil, part: before.part, question: question, from: from, to: to, state: state)
      }
    }
  }

  func records() -> [LinkageMove] { lines() + activities() + texts() + windows() }

  private func lines() -> [LinkageMove] {
    around.charter.reporting.filter { $0.to == "linkage" }.compactMap { line in
      let routes = { (consequences: Consequences) in
        consequences.owed.filter { $0.line == line.id }.map(\.to).uniqued
      }
      let (from, to) = (routes(before), routes(after))
      guard from != to else { return nil }
      return LinkageMove(
        sort: .record, record: around.facts.lines[line.id], part: "default", question: .reportsTo, from: from,
        to: to,
        state: to.compactMap(\.first).allSatisfy { around.exists($0) } ? .moves : .bodyNotYet)
    }
  }

  /// Activities whose report goes elsewhere: each follows its stream, its areas or the rest.
  private func activities() -> [LinkageMove] {
    let inForce = around.charter.linkage.option.flatMap { id in
      around.charter.options.first { $0.id == id }
    }
    let (now, then) = (Arrangement(around.charter, inForce), Arrangement(around.charter, option))
    return around.facts.work.compactMap { work in
      let places: [String?] = work.areas.isEmpty ? [nil] : work.areas
      let routes = { (arrangement: Arrangement?) in
        places.flatMap { area -> [[String]] in
          guard let arrangement else { return [] }
          let terms = GoverningTerms(arrangement, area: area, stream: work.stream)
          return terms.saying(.reportsTo).map { terms.bodies($0) } ?? []
        }.uniqued
      }
      let (from, to) = (routes(now), routes(then))
      guard from != to else { return nil }
      return LinkageMove(
        sort: .record, record: work.record, part: work.stream ?? work.areas.first ?? "default",
        question: .reportsTo,
        from: from, to: to, state: state(of: to))
    }
  }

  /// Governing texts that hold for other parts than before; from and to are those parts.
  private func texts() -> [LinkageMove] {
    around.facts.texts.compactMap { text in
      let parts = { (consequences: Consequences) in
        consequences.realParts.filter { part in
          part.cell(.texts)?.values.contains([text.document]) ?? false
            && (part.sort != .area || text.areas.isEmpty || text.areas.contains(part.part))
        }.map { [$0.part] }
      }
      let (from, to) = (parts(before), parts(after))
      guard from != to else { return nil }
      return LinkageMove(
        sort: .record, record: text.record, part: "default", question: .texts, from: from, to: to,
        state: .moves)
    }
  }

  /// Windows that open or close for the whole.
  private func windows() -> [LinkageMove] {
    let open = { (consequences: Consequences) in
      Set(consequences.parts.flatMap { $0.cell(.money)?.main ?? [] })
    }
    let (from, to) = (open(before), open(after))
    return around.charter.windows.map(\.id).filter { from.contains($0) != to.contains($0) }.map { id in
      LinkageMove(
        sort: .record, record: "window/\(id)", part: "default", question: .money,
        from: from.contains(id) ? [["open"]] : [],
        to: to.contains(id) ? [["open"]] : [], state: .moves)
    }
  }
}
