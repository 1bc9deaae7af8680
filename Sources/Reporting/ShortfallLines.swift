public import Kernel
public import Workplan

/// What the priority actions need and do not have, with the actions it is the sum of (A12).
public struct ShortfallSection: Composed {
  /// By area and currency, then for the whole; empty where no action states a need.
  public var sums: [ShortfallLine]
  public var actions: [NeedLine]

  public static let schema = Schema(
    "shortfall-section", ShortfallSection.init(sums:actions:),
    Field("sums", \.sums),
    Field("actions", \.actions))
}

/// Need less what is secured, in minor units of one currency.
public struct ShortfallLine: Composed {
  /// Nil for the whole partnership.
  public var area: String?
  public var currency: String
  public var need: Int
  public var secured: Int
  public var missing: Int
  public var actions: [String]

  public static let schema = Schema(
    "shortfall-line", ShortfallLine.init,
    Field("area", \.area),
    Field("currency", \.currency),
    Field("need", \.need),
    Field("secured", \.secured),
    Field("missing", \.missing),
    Field("actions", \.actions))
}

/// One action that states what it needs.
public struct NeedLine: Composed {
  public var record: String
  public var area: String
  public var title: Translated
  public var need: Money
  /// As recorded; in another currency it covers nothing of the need.
  public var secured: Money?
  public var missing: Money
  public var provenance: Provenance

  public static let schema = Schema(
    "need-line", NeedLine.init,
    Field("record", \.record),
    Field("area", \.area),
    Field("title", \.title),
    Field("need", \.need),
    Field("secured", \.secured),
    Field("missing", \.missing),
    Field("provenance", \.provenance))
}

extension ShortfallSection {
  public init(_ actions: [PriorityAction]) {
    self.init(
      sums: Shortfall.table(of: actions).map { sum in
        ShortfallLine(
          area: sum.area?.text, currency: sum.currency, need: sum.need, secured: sum.secured,
          missing: sum.missing, actions: sum.actions.map(\.text))
      },
      actions: actions.compactMap { action in
        guard let need = action.need, let missing = action.missing else { return nil }
        return NeedLine(
          record: action.id.text, area: action.area.text, title: action.title, need: need,
          secured: action.secured, missing: missing, provenance: action.provenance)
      })
  }
}
