/// How the parts of a document come to be adopted one by one: the states a part can have, and who brings it there.
public struct PartAdoption: Sendable, Hashable {
  public let states: [String]
  /// Bodies, or kinds of body, by the state they bring a part to. A state without an entry is open to any body.
  public let movers: [String: [String]]

  /// Whether a body may bring a part to a state.
  public func lets(_ body: String, ofKind kind: String?, bringTo state: String) -> Bool {
    guard let named = movers[state] else { return states.contains(state) }
    return named.contains(body) || kind.map { named.contains($0) } ?? false
  }
}

extension CharterReader {
  func partAdoption() -> PartAdoption? {
    guard let block = root["deliverables"], let states = block["part-states"]?.words, !states.isEmpty else {
      return nil
    }
    let movers = (block["movers"]?.members ?? []).map { ($0.name, $0.entry.words) }
    return PartAdoption(states: states, movers: Dictionary(movers) { first, _ in first })
  }
}

extension CharterChecks {
  /// Movers bring a part to a state there is, and are bodies of the charter or kinds of them.
  func partMovers() {
    guard let adoption = charter.partAdoption else { return }
    let known = bodies.union(charter.bodies.map(\.kind))
    let entry = root["deliverables"]?["movers"]
    refer((entry?.members ?? []).map(\.name), Set(adoption.states), "state-of-part", entry)
    for (state, names) in adoption.movers { refer(names, known, "body", entry?[state]) }
  }
}
