public import Kernel

extension Sight {
  /// Who sees, as a phrase whose words stand in `Words/`.
  public var phrase: Phrase {
    switch self {
    case .everyone: Phrase("sight.everyone")
    case .insiders: Phrase("sight.insiders")
    case .secretariat: Phrase("sight.secretariat")
    case .own: Phrase("sight.own")
    case .lead: Phrase("sight.lead")
    case .body: Phrase("sight.body")
    case .consent: Phrase("sight.consent")
    case .either(let sights):
      sights.dropLast().reversed().reduce(sights.last?.phrase ?? Phrase("right.nobody")) { rest, sight in
        Phrase("right.or", ["first": .phrase(sight.phrase), "second": .phrase(rest)])
      }
    }
  }
}

/// A kind, or one field of it, that not everyone sees.
public struct Hidden: Sendable, Hashable {
  public let kind: String
  /// Nil for the records as a whole.
  public let field: String?
  public let sight: Sight
}

extension VerbBook {
  /// Everything that not everyone sees, kind by kind.
  public var hidden: [Hidden] { records.flatMap { Self.hidden(of: $0) } }

  private static func hidden<R: Record>(of type: R.Type) -> [Hidden] {
    let whole = R.sight == .everyone ? [] : [Hidden(kind: R.kind, field: nil, sight: R.sight)]
    return whole
      + R.schema.fields.filter { $0.sight != .everyone }.map {
        Hidden(kind: R.kind, field: $0.name, sight: $0.sight)
      }
  }
}
