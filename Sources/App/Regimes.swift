internal import Governance
public import Kernel
public import Telling
internal import Registry
public import Reporting
internal import Store

extension Partnership {
  /// What a partner owes on a day as a Party to a treaty and as a partner, as a value and in words.
  ///
  /// - Throws: a `Refusal` where there is no such partner, or no charter was in force.
  public func regimes(
    of partner: String, on day: Day, in language: Language
  ) async throws -> (TwoRegimes, RegimesText) {
    try await database.read { connection in
      guard let found = try connection.one(Partner.ID(partner)) else {
        throw Refusal("not-found.partner", ["partner": "\(partner.prefix(120))"])
      }
      let charter = try CharterBook().needed(on: day, connection)
      let regimes = try connection.regimes(of: found, under: charter, on: day)
      return (regimes, RegimesText(regimes, under: charter, of: found.country, in: language))
    }
  }
}
