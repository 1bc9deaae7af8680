internal import Kernel

/// What a charter asks before a new partnership may be launched beside its own (A34).
public struct FormationRule: Sendable, Hashable {
  /// How many partners have agreed before the new charter counts.
  public let leastPartners: Int
  /// Of how many of the main sectors they are.
  public let leastSectors: Int
  public let ground: Ground

  /// What holds where the charter gives no number: a partnership is of *several* parties, *public and non-public*
  /// (resolution 60/215), so two partners of two sectors at least.
  public static let unsaid = FormationRule(
    leastPartners: 2, leastSectors: 2, ground: Ground(source: ["F1"], basis: .implied))
}

extension CharterReader {
  /// `lifecycles.partnership: {partners-at-least: 3, sectors-at-least: 2}`
  func formation() -> FormationRule {
    guard let block = root["lifecycles"]?["partnership"] else { return .unsaid }
    let partners = count(block["partners-at-least"])
    let sectors = count(block["sectors-at-least"])
    guard partners != nil || sectors != nil else { return .unsaid }
    let rule = FormationRule(
      leastPartners: partners ?? max(sectors ?? 0, FormationRule.unsaid.leastPartners),
      leastSectors: sectors ?? min(partners ?? 0, FormationRule.unsaid.leastSectors), ground: block.ground)
    if rule.leastSectors > rule.leastPartners {
      findings.fault(
        "formation-numbers.partners",
        ["place": .text(block.path), "sectors": "\(rule.leastSectors)", "partners": "\(rule.leastPartners)"],
        line: block.line)
    }
    return rule
  }

  private func count(_ entry: Entry?) -> Int? {
    guard let entry, !entry.isSilent else { return nil }
    if let number = entry.text.flatMap(Int.init), 1...1000 ~= number { return number }
    findings.fault("formation-numbers", ["place": .text(entry.path)], line: entry.line)
    return nil
  }
}

extension CharterChecks {
  /// More sectors than there are could never agree.
  func formation() {
    guard charter.formation.ground.line > 0, charter.formation.leastSectors > charter.mainSectors.count
    else { return }
    findings.fault(
      "formation-numbers.sectors",
      ["least": "\(charter.formation.leastSectors)", "sectors": "\(charter.mainSectors.count)"],
      line: charter.formation.ground.line)
  }
}
