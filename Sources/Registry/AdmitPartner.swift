public import Kernel
public import Store

extension Partner {
  /// Admits an applicant whose letter states support, commitment and a contribution.
  ///
  /// - Parameters:
  ///   - day: the first day of membership.
  ///   - intent: who admits, and under which rule or decision.
  /// - Returns: the new version.
  /// - Throws: a `Refusal` that names each statement the letter lacks, or the capacity that may not admit.
  @discardableResult
  public static func admit(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard let partner = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no partner \u{201C}\(id)\u{201D}")
    }
    let missing = partner.missingStatements
    guard missing.isEmpty else {
      throw Refusal(
        "letter-incomplete",
        "the letter of \(id) does not state \(missing.joined(separator: ", nor ")); a partner states all three"
      )
    }
    var admitted = try partner.moved(by: "admit", as: intent.capacity)
    admitted.membership = Period(since: When(day))
    return try Journal(connection, stamp).append(admitted, intent, after: version)
  }

  /// What its letter should state and does not.
  public var missingStatements: [String] {
    [
      (statesSupport, "support for the partnership"), (statesCommitment, "commitment to its goal"),
      (!contribution.isEmpty, "a contribution"),
    ].filter { !$0.0 }.map(\.1)
  }

  /// Lets a partner go: always, without a sanction, and with its history kept.
  @discardableResult
  public static func withdraw(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard let partner = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no partner \u{201C}\(id)\u{201D}")
    }
    var withdrawn = try partner.moved(by: "withdraw", as: intent.capacity)
    withdrawn.membership.until = When(day)
    return try Journal(connection, stamp).append(withdrawn, intent, after: version)
  }
}
