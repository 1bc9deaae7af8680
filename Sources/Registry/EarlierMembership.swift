internal import Acting
public import Kernel
internal import Store

/// A membership that ended before the partner came back: who left can join again, and both memberships stay visible.
public struct EarlierMembership: Record {
  public var id: ID
  public var partner: Partner.ID
  public var period: Period
  public var provenance: Provenance

  public static let schema = Schema(
    "earlier-membership", EarlierMembership.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("period", \.period),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}

extension Partner {
  /// Keeps the membership that a new one follows.
  ///
  /// - Parameter before: the partner as it was before it came back.
  func keepEarlierMembership(_ before: Partner, _ verb: String, _ occasion: Occasion) throws {
    guard let end = before.membership.until, let since = membership.since, since.first > end.last else {
      return
    }
    let id = EarlierMembership.ID("\(self.id)-until-\(end)")
    guard try occasion.connection.one(id) == nil else { return }
    try occasion.write(
      EarlierMembership(
        id: id, partner: self.id, period: before.membership, provenance: before.provenance), verb)
  }

  /// The same after a verb, with the partner as its last version but one had it.
  func keepEarlierMembership(_ version: Int, _ verb: String, _ occasion: Occasion) throws {
    guard version > 1,
      let act = try occasion.connection.history(kind: Self.kind, record: id.text)
        .first(where: { $0.version == version - 1 }), let before = try act.record(Partner.self)
    else { return }
    try keepEarlierMembership(before, verb, occasion)
  }
}
