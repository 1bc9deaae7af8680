/// Who may see a kind, one record of it or one of its fields. Data, so that one rule is an answer, a condition in SQL and
/// a sentence.
public indirect enum Sight: Sendable, Hashable {
  case everyone
  /// Anyone who acts in a capacity of this partnership.
  case insiders
  case secretariat
  /// Who speaks for the partner that this field names.
  case own(String)
  /// Who leads the area that this field names.
  case lead(String)
  /// Members of the body that this field names.
  case body(String)
  /// Everyone, where this flag is set: somebody agreed to it.
  case consent(String)
  case either([Sight])

  /// Whether a viewer may see something of it, whatever the record holds.
  public func mayShow(to viewer: Viewer) -> Bool { shows(to: viewer) { _ in nil } }

  /// Whether a viewer sees all of it, whatever the record holds.
  public func showsAll(to viewer: Viewer) -> Bool { shows(to: viewer) { _ in "" } }

  /// - Parameter value: what a field of the record holds, as a file of rows has it; nil fits whatever is asked.
  func shows(to viewer: Viewer, _ value: (String) -> String?) -> Bool {
    if viewer.isHost { return true }
    func holds(_ field: String, _ wanted: [String]) -> Bool {
      guard !wanted.isEmpty else { return false }
      return value(field).map(wanted.contains) ?? true
    }
    return switch self {
    case .everyone: true
    case .insiders: viewer.isInsider
    case .secretariat: viewer.capacities.contains(.secretariat)
    case .own(let field): holds(field, viewer.partners)
    case .lead(let field): holds(field, viewer.areas)
    case .body(let field): holds(field, viewer.bodies)
    case .consent(let field): holds(field, ["true"])
    case .either(let sights): sights.contains { $0.shows(to: viewer, value) }
    }
  }
}

/// Who looks: in which capacities of the partnership, if in any.
public struct Viewer: Sendable, Hashable {
  public let capacities: [Capacity]

  public init(_ capacities: [Capacity]) { self.capacities = capacities }

  /// The public.
  public static let anyone = Viewer([])
  /// Whoever holds the store itself: nothing in it can be kept from them.
  public static let host = Viewer([.system])

  public var isHost: Bool { capacities.contains(.system) }
  /// An applicant is not yet part of the partnership.
  public var isInsider: Bool { capacities.contains { $0 != .applicant } }

  /// For which partners they speak.
  public var partners: [String] {
    capacities.compactMap { if case .focalPoint(let of) = $0 { of } else { nil } }
  }
  /// Which areas they lead.
  public var areas: [String] { capacities.compactMap { if case .lead(let of) = $0 { of } else { nil } } }
  /// Of which bodies they are members.
  public var bodies: [String] { capacities.compactMap { if case .member(let of) = $0 { of } else { nil } } }
}

extension Schema {
  /// The fields of which a viewer may see something.
  public func fields(for viewer: Viewer) -> [SchemaField<Whole>] {
    fields.filter { $0.sight.mayShow(to: viewer) }
  }

  /// Whether a viewer sees this field of this record.
  public func shows(_ field: SchemaField<Whole>, of whole: Whole, to viewer: Viewer) -> Bool {
    field.isPublic || shows(field.sight, of: whole, to: viewer)
  }

  func shows(_ sight: Sight, of whole: Whole, to viewer: Viewer) -> Bool {
    sight.shows(to: viewer) { name in
      fields.first { $0.name == name }.map { $0.cells(whole).joined() } ?? ""
    }
  }
}

extension Record {
  /// Whether a viewer sees this record at all.
  public func isVisible(to viewer: Viewer) -> Bool {
    Self.sight == .everyone || Self.schema.shows(Self.sight, of: self, to: viewer)
  }
}
