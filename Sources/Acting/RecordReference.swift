public import Kernel

/// A field by which records of one kind name records of another.
public struct RecordReference: Sendable {
  public let type: any Record.Type
  public let field: String
  /// Whether the field lists several.
  public let isList: Bool
  public let sight: Sight

  /// Every reference between some kinds, by the kind that is named; those of one kind in its order of fields.
  static func table(of types: [any Record.Type]) -> [String: [RecordReference]] {
    func all<R: Record>(_ type: R.Type) -> [(kind: String, reference: RecordReference)] {
      R.schema.fields.compactMap { field in
        guard let kind = field.referredKind ?? field.listedKind else { return nil }
        let isList = field.referredKind == nil
        return (kind, RecordReference(type: R.self, field: field.name, isList: isList, sight: field.sight))
      }
    }
    return Dictionary(grouping: types.flatMap { all($0) }, by: \.kind).mapValues { $0.map(\.reference) }
  }
}

extension VerbBook {
  /// By which fields of which kinds records of a kind are named.
  public func references(to kind: String) -> [RecordReference] { contents.made.references[kind] ?? [] }
}
