import App
import Charters
import Kernel
import Store
import Telling
import Testing

@testable import Acting

/// Were a right in the code another one, the table written by hand would say so. Each right is spoilt in every way that
/// can be thought of, and held against the table.
@Suite struct SpoiltRightsTests {
  private static let others: [Right] = [
    .anyone, .system, .secretariat, .applicant(nil), .focalPoint(nil), .lead(nil), .member(nil),
    .charter(.amendment),
  ]

  /// Another right in its place, one more beside it, one less, and the same for any partner, area or body.
  private static func spoilt(_ right: Right) -> Set<Right> {
    var spoilt = Set(others)
    spoilt.formUnion(others.map { .either([right, $0]) })
    if case .either(let parts) = right {
      for index in parts.indices {
        var rest = parts
        let part = rest.remove(at: index)
        spoilt.insert(.either(rest))
        if let wider = wider(part) { spoilt.insert(.either(rest + [wider])) }
      }
    } else if let wider = wider(right) {
      spoilt.insert(wider)
    }
    spoilt.remove(right)
    return spoilt
  }

  private static func wider(_ right: Right) -> Right? {
    switch right {
    case .focalPoint(.some): .focalPoint(nil)
    case .lead(.some): .lead(nil)
    case .member(.some): .member(nil)
    case .applicant(.some): .applicant(nil)
    default: nil
    }
  }

  /// Who is already there as one of all, or as anyone.
  private static func adds(_ holder: Holder, to holders: Set<Holder>) -> Bool {
    if holders.contains(holder) || holders.contains(.anyone) && holder != .system { return false }
    switch holder {
    case .focalPoint: return !holders.contains(.focalPoint(of: nil))
    case .lead: return !holders.contains(.lead(of: nil))
    case .member: return !holders.contains(.member(of: nil))
    default: return true
    }
  }

  private static func changes(_ before: Set<Holder>, _ after: Set<Holder>) -> Bool {
    after.contains { adds($0, to: before) } || before.contains { adds($0, to: after) }
  }

  private static func holders(
    _ right: Right, of verb: any DeclaredVerb, under charter: Charter, _ connection: any Connection
  ) throws -> Holders {
    // A new record's fields are what is given with the verb, which nobody has filled in yet.
    try right.holders(
      Matter(
        field: verb.makes ? nil : { _ in ["x"] }, input: { _ in nil }, charter: charter,
        connection: connection))
  }

  /// Who holds a right outside: the software itself stands in no table.
  private static func outside(
    _ right: Right, of verb: any DeclaredVerb, under charter: Charter, _ connection: any Connection
  ) throws -> Set<Holder> {
    Set(try holders(right, of: verb, under: charter, connection).all).subtracting([.system])
  }

  @Test func aSpoiltRightIsSeenByTheTable() async throws {
    let (table, all) = (try RightsStore.charter(), Models.all.map(\.charter))
    let (tried, elsewhere, unseen) = try await RightsStore.with { connection in
      var (tried, elsewhere) = (0, 0)
      var unseen: [String] = []
      for verb in Capabilities.verbs.verbs {
        let who = RightsByHand.all.first { $0.kind == verb.kind && $0.verb == verb.name }?.who ?? ["S"]
        func isOther(_ right: Right, under charter: Charter) throws -> Bool {
          Self.changes(
            try Self.outside(verb.may, of: verb, under: charter, connection),
            try Self.outside(right, of: verb, under: charter, connection))
        }
        for right in Self.spoilt(verb.may) {
          guard try all.contains(where: { try isOther(right, under: $0) }) else { continue }
          tried += 1
          let spoilt = try Self.holders(right, of: verb, under: table, connection)
          let letters = Set(RightsStore.capacities.filter { spoilt.include($0.value) }.keys)
          guard letters == who else { continue }
          // What the charter of the table gives to whom the code could have given it, another charter does not: there the
          // tests of membership and of decisions are by hand.
          elsewhere += 1
          if !verb.may.asksCharter { unseen.append("\(verb.kind) \(verb.name): \(right)") }
        }
      }
      return (tried, elsewhere, unseen.sorted())
    }
    #expect(unseen == [])
    #expect(tried > 3_000 && elsewhere * 50 < tried, "\(elsewhere) of \(tried)")
  }
}
