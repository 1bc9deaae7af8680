internal import Governance
internal import Kernel
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  /// Parts of documents that the decision brought to a state, and what became of them since.
  func parts(decidedBy motion: Motion) throws -> [MotionPage.Part] {
    guard motion.outcome == .carried else { return [] }
    // Not only those valid on the day: one that was withdrawn later was adopted before.
    // The decision stands in an act, perhaps no longer in the part: later ones are named there now.
    let named = "%\"decision_number\":\"\(motion.id)\"%"
    let ids = try connection.rows(
      "SELECT DISTINCT record FROM act WHERE kind = \(DeliverablePart.kind) AND body LIKE \(named)"
    ) { try $0.text() }
    let parts = try connection.all(
      DeliverablePart.self, "WHERE id IN \(anyOf: ids) ORDER BY document, deliverable, number, id")
    return try parts.compactMap { part in
      let states = try connection.history(kind: DeliverablePart.kind, record: part.id.text).compactMap {
        act in
        try act.record(DeliverablePart.self)
      }
      guard let first = states.firstIndex(where: { $0.decisionNumber == motion.id.text }) else { return nil }
      return MotionPage.Part(
        title: Linked(
          said(part.title) ?? Said(part.number), .record(kind: DeliverablePart.kind, id: part.id.text)),
        of: try whole(of: part),
        states: states[first...].filter { $0.date.map { $0.first <= day } ?? true }.map {
          (state($0.state.rawValue), $0.date, $0.decisionNumber)
        })
    }
  }

  /// The document or deliverable that a part is of.
  private func whole(of part: DeliverablePart) throws -> Linked? {
    if let id = part.document?.text {
      return try linked(Document.kind, id)
    }
    guard let id = part.deliverable?.text else { return nil }
    return try linked(Deliverable.kind, id)
  }
}
