public import Kernel
public import Store

extension Connection {
  /// Weaknesses and uncertainties known by a day, the main ones first; those without a date are the note's own (R56).
  public func uncertainties(on day: Day? = nil) throws -> [Uncertainty] {
    try all(
      Uncertainty.self,
      "WHERE \(Query.isValid(Uncertainty.self, on: day)) ORDER BY is_main DESC, form DESC, date NULLS FIRST, id"
    )
  }

  /// What sources say in favour of a recognition of the partnership, with the paragraphs they cite (R50).
  public func recognitions(of partnership: String) throws -> [(recognition: Recognition, basis: LegalBasis?)]
  {
    try all(Recognition.self, "WHERE of = \(partnership) ORDER BY id").map { recognition in
      (recognition, try recognition.legalBasis.flatMap { try one($0) })
    }
  }
}
