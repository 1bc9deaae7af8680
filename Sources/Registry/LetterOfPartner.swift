public import Charters
public import Kernel

extension Partner {
  /// What its letter should state by the charter and does not: phrases, and words of the charter as they stand.
  public func missingStatements(under charter: Charter?) -> [Phrase.Value] {
    let rule = admission(under: charter)
    var missing = (rule?.mustState ?? (charter == nil ? ["support", "commitment", "contribution"] : []))
      .filter { !states($0) }.map(Self.said)
    if rule?.isObserverFirst ?? false, category != "party", !statements.contains("observer-status") {
      missing.append(.phrase(Phrase("refusal.letter-incomplete.observer")))
    }
    return missing
  }

  private func states(_ word: String) -> Bool {
    switch word {
    case "support": statesSupport
    case "commitment": statesCommitment
    case "contribution": !contribution.isEmpty
    case "chamber": chamber != nil
    default: statements.contains(word)
    }
  }

  private static func said(_ word: String) -> Phrase.Value {
    switch word {
    case "support": .phrase(Phrase("refusal.letter-incomplete.support"))
    case "commitment": .phrase(Phrase("refusal.letter-incomplete.commitment"))
    case "contribution": .phrase(Phrase("refusal.letter-incomplete.contribution"))
    case "chamber": .phrase(Phrase("refusal.letter-incomplete.chamber"))
    default: .text(word)
    }
  }
}
