public import Charters
public import Kernel
public import Store

extension Partner {
  /// Lets an admitted partner work in one more area; those it is in already stay.
  ///
  /// - Throws: a `Refusal` for an area that the charter does not have or the partner is in, for a partner that is not
  ///   admitted, and for a capacity that is neither the secretariat, its own focal point, nor a lead of the area.
  @discardableResult
  public static func join(
    _ id: ID, area: String, under charter: Charter?, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    let joined = try partner.joining(area, under: charter, as: intent.capacity)
    return try Journal(connection, stamp).append(joined, intent, after: version)
  }

  /// The partner as it is with one more area.
  public func joining(_ area: String, under charter: Charter?, as capacity: Capacity) throws -> Partner {
    guard [.secretariat, .focalPoint(of: id.text), .lead(of: area)].contains(capacity) else {
      throw Refusal(
        "not-allowed",
        "\(capacity) may not bring \(id) into \(area); the secretariat, its focal point or a lead of the area may",
        field: "capacity")
    }
    guard state == .admitted else {
      throw Refusal(
        "not-admitted", "\(id) is \(state.rawValue); a partner joins an area once it is admitted",
        field: "state")
    }
    guard !areas.contains(area) else {
      throw Refusal("already-there", "\(id) is in \(area) already", field: "areas")
    }
    var joined = self
    joined.areas.append(area)
    if let charter, let refusal = joined.refusals(under: charter).first(where: { $0.field == "areas" }) {
      throw refusal
    }
    return joined
  }
}
