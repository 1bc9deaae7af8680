public import Charters

extension Partner {
  /// What its letter should state by the charter and does not, in words for a person.
  public func missingStatements(under charter: Charter?) -> [String] {
    let rule = admission(under: charter)
    var missing = (rule?.mustState ?? (charter == nil ? ["support", "commitment", "contribution"] : []))
      .filter { !states($0) }.map(Self.said)
    if rule?.isObserverFirst ?? false, category != "party", !statements.contains("observer-status") {
      missing.append("that it is an observer")
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

  private static func said(_ word: String) -> String {
    switch word {
    case "support": "support for the partnership"
    case "commitment": "commitment to its goal"
    case "contribution": "a contribution"
    case "chamber": "the chamber it joins"
    default: word
    }
  }
}
