public import Charters
internal import Kernel
public import Store

/// A verb that someone may do to a record as it stands.
public struct Offer: Sendable {
  public let verb: any DeclaredVerb
  public let holders: Holders
}

/// A verb whose holders are others under another charter, or under another option of the same.
public struct RightsChange: Sendable, Hashable {
  public let kind: String
  public let verb: String
  /// The area or category that the charter has a rule of its own for; nil is the general rule.
  public let scope: String?
  public let before: Holders
  public let after: Holders
}

extension VerbBook {
  /// What can be done with a record, in the order of the verbs; with none, what can be made anew.
  public func offers(on id: String?, of kind: String, _ occasion: Occasion) throws -> [Offer] {
    try verbs(of: kind).compactMap { verb in
      let holders = try verb.holders(on: id, occasion)
      // The software's own verbs are offered to nobody.
      guard holders.all.contains(where: { $0 != .system }) else { return nil }
      return Offer(verb: verb, holders: holders)
    }
  }

  /// Those who could do a verb under a charter, whichever record it is about: bodies are named, what a record would name is
  /// not.
  public func holders(
    of verb: any DeclaredVerb, under charter: Charter?, _ connection: any Connection
  ) throws -> Holders {
    try verb.may.holders(
      Matter(field: { _ in [] }, input: { _ in nil }, charter: charter, connection: connection))
  }

  /// The difference that an amendment or a switch of the option makes to who may do what. What no charter gives is the
  /// same under all.
  public func changes(
    from before: Charter?, to after: Charter?, _ occasion: Occasion
  ) throws -> [RightsChange] {
    guard before?.label != after?.label || before?.linkage.option != after?.linkage.option else { return [] }
    let scopes = [Scope()] + Scope.own(of: [before, after].compactMap { $0 })
    return try verbs.filter { $0.may.asksCharter }.flatMap { verb in
      let general = try verb.holders(in: Scope(), before, after, occasion)
      return try scopes.compactMap { scope -> RightsChange? in
        let (was, isNow) = try verb.holders(in: scope, before, after, occasion)
        guard was != isNow, scope.name == nil || (was, isNow) != general else { return nil }
        return RightsChange(kind: verb.kind, verb: verb.name, scope: scope.name, before: was, after: isNow)
      }
    }
  }
}

/// A part of the partnership that a charter may have a rule of its own for.
private struct Scope {
  var name: String?
  var fields: [String: [String]] = [:]

  static func own(of charters: [Charter]) -> [Scope] {
    var scopes: [Scope] = []
    func add(_ name: String, _ field: String) {
      guard !scopes.contains(where: { $0.fields[field] == [name] }) else { return }
      scopes.append(Scope(name: name, fields: [field: [name]]))
    }
    for charter in charters {
      for area in charter.areas { add(area.id, "areas") }
      for terms in charter.membership.terms { add(terms.category, "category") }
    }
    return scopes
  }
}

extension DeclaredVerb {
  fileprivate func holders(
    in scope: Scope, _ before: Charter?, _ after: Charter?, _ occasion: Occasion
  ) throws -> (Holders, Holders) {
    func holders(_ charter: Charter?) throws -> Holders {
      try may.holders(
        Matter(
          field: { scope.fields[$0] ?? [] }, input: { _ in nil }, charter: charter,
          connection: occasion.connection))
    }
    return (try holders(before), try holders(after))
  }
}

extension Right {
  /// Whether the charter gives it, or a part of it.
  public var asksCharter: Bool {
    switch self {
    case .charter: true
    case .either(let rights): rights.contains(where: \.asksCharter)
    default: false
    }
  }
}
