public import Charters
public import Kernel

extension Partner {
  /// The area whose rule holds for it: its only one. With several, or none, it is the general rule's.
  public var soleArea: String? { areas.count == 1 ? areas.first : nil }

  /// The charter's rule for its admission; nil without a charter, or where that says nothing.
  public func admission(under charter: Charter?) -> Membership.Admission? {
    charter?.membership.admission(to: soleArea, category: category)
  }

  /// Whether the charter lets a capacity make a move with it. Applying and leaving are always its own.
  ///
  /// - Throws: a `Refusal` that names who may.
  public func allow(_ move: String, as capacity: Capacity, under charter: Charter?) throws {
    let rule = admission(under: charter)
    let admits = rule?.by ?? .notStated
    switch move {
    case "apply", "withdraw": try allowOwn(move, capacity)
    case "screen":
      if capacity != .secretariat { try allow(admits, move, capacity) }
    case "admit", "decline", "appoint": try allow(admits, move, capacity)
    case "sign":
      guard admits == .declaration else {
        throw Refusal(
          "no-declaration", "\(id) does not join by signing; \(Self.told(admits)) admits", field: "capacity")
      }
      try allowOwn(move, capacity)
    default:
      let suspends = rule.map { $0.suspendedBy.isEmpty ? admits : .bodies($0.suspendedBy) } ?? admits
      // Who signed was let in by nobody; the secretariat keeps the list.
      try allow(suspends == .declaration ? .notStated : suspends, move, capacity)
    }
  }

  private func allow(_ authority: Membership.Authority, _ move: String, _ capacity: Capacity) throws {
    let isAllowed =
      switch authority {
      case .secretariat(let bodies):
        capacity == .secretariat || bodies.contains { capacity == .member(of: $0) }
      case .bodies(let bodies): bodies.contains { capacity == .member(of: $0) }
      case .host(let host): capacity == .member(of: host)
      case .declaration, .notStated: capacity == .secretariat
      }
    guard isAllowed else {
      throw Refusal(
        "not-the-decider", "\(capacity) may not \(move) \(id); \(Self.told(authority)) may", field: "capacity"
      )
    }
  }

  /// What is the partner's own to do is done by it, or noted by the secretariat.
  private func allowOwn(_ move: String, _ capacity: Capacity) throws {
    guard [.secretariat, .applicant, .focalPoint(of: id.text)].contains(capacity) else {
      throw Refusal(
        "not-allowed", "\(capacity) may not \(move) for \(id); itself or the secretariat may",
        field: "capacity")
    }
  }

  private static func told(_ authority: Membership.Authority) -> String {
    switch authority {
    case .secretariat, .declaration, .notStated: "the secretariat"
    case .bodies(let bodies): "a member of \(bodies.joined(separator: " or "))"
    case .host(let host): "the host, \(host),"
    }
  }
}
