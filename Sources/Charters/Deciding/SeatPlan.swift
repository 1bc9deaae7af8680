internal import Kernel

/// The seats of a body in the order they are filled: officers, constituencies, permanent seats.
public struct SeatPlan: Sendable, Hashable {
  public enum Filling: Sendable, Hashable {
    case election
    case permanent
    case appointment
  }
  public struct Seat: Sendable, Hashable {
    public let id: String
    public let number: Int
    public let filling: Filling
    /// The larger constituency it is counted in.
    public let within: String?
    /// It is there only while somebody of this constituency takes part.
    public let isConditional: Bool
  }
  public let body: String
  public let seats: [Seat]
  /// What the charter says the unconditional seats are together.
  public let total: Int?

  /// The seats that exist.
  ///
  /// - Parameter constituencies: those with a conditional seat of which somebody takes part.
  public func seats(with constituencies: Set<String> = []) -> [Seat] {
    seats.filter { !$0.isConditional || constituencies.contains($0.id) }
  }

  public func number(with constituencies: Set<String> = []) -> Int {
    seats(with: constituencies).reduce(0) { $0 + $1.number }
  }
}

extension CharterReader {
  /// The bodies whose seats the charter counts.
  func seatPlans() -> [SeatPlan] {
    (root["bodies"]?.members ?? []).compactMap { body, entry in
      let direct = (entry["seats"]?.members ?? []).compactMap { seat($0.name, $0.entry) }
      let constituencies = (entry["constituencies"]?.members ?? []).compactMap { seat($0.name, $0.entry) }
      guard !direct.isEmpty else { return nil }
      let order = entry["election-order"]?.words ?? []
      // The seats of constituencies are named one by one; the line that sums them up is left out.
      let officers = constituencies.isEmpty ? direct : direct.filter { $0.id != "elected" }
      let fixed = officers.filter { $0.filling == .permanent }
      let ordered = order.flatMap { word in
        word == "constituencies"
          ? constituencies : officers.filter { $0.id == word && $0.filling != .permanent }
      }
      let named = Set((fixed + ordered).map(\.id))
      let rest = (officers + constituencies).filter { !named.contains($0.id) }
      return SeatPlan(
        body: body, seats: fixed + ordered + rest, total: entry["total"]?.text.flatMap { Int($0) })
    }
  }

  private func seat(_ id: String, _ entry: Entry) -> SeatPlan.Seat? {
    guard let number = (entry["number"] ?? entry).text.flatMap({ Int($0) }), 0...100_000 ~= number else {
      return nil
    }
    let filling: SeatPlan.Filling =
      switch entry["by"]?.word {
      case "permanent": .permanent
      case "appointment": .appointment
      default: .election
      }
    return SeatPlan.Seat(
      id: id, number: number, filling: filling, within: entry["within"]?.word,
      isConditional: entry["conditional"] != nil)
  }
}

extension CharterChecks {
  /// The seats a body names are as many as it says.
  func seatTotals() {
    for plan in charter.seatPlans {
      let entry = root["bodies"]?[plan.body]
      if let total = plan.total, total != plan.number() {
        let told = plan.seats().map { String($0.number) }.joined(separator: " + ")
        findings.fault(
          "seats-total",
          ["body": "\(plan.body)", "sum": .text(told), "number": "\(plan.number())", "total": "\(total)"],
          line: entry?["total"]?.line ?? entry?.line ?? 1)
      }
      guard let order = entry?["election-order"] else { continue }
      refer(
        order.words, Set(plan.seats.map(\.id)).union(["constituencies"]), "seat", order)
    }
  }
}
