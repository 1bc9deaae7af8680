/// In what role someone acts.
public enum Capacity: Sendable, Hashable, CustomStringConvertible {
  /// `system` is the software itself, when it loads what a charter or a file says.
  case secretariat, system, applicant
  case focalPoint(of: String)
  case lead(of: String)
  case member(of: String)

  public var description: String {
    switch self {
    case .secretariat: "secretariat"
    case .system: "system"
    case .applicant: "applicant"
    case .focalPoint(let partner): "focal-point:\(partner)"
    case .lead(let area): "lead:\(area)"
    case .member(let body): "member:\(body)"
    }
  }

  /// From what a person or a program gives. The software itself is nobody's to be.
  public init(givenBy text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("secretariat", 1): self = .secretariat
    case ("applicant", 1): self = .applicant
    case ("focal-point", 2): self = .focalPoint(of: parts[1])
    case ("lead", 2): self = .lead(of: parts[1])
    case ("member", 2): self = .member(of: parts[1])
    default:
      throw Refusal("capacity", ["text": .text(text)])
    }
  }
}

/// One change that someone wants: everything of an act but its place in the journal.
public struct Intent: Sendable {
  public var verb: String
  /// The id of the person, or `system`. A name would outlive its erasure.
  public var actor: String
  public var capacity: Capacity
  /// The rule, decision or source that the change rests on.
  public var basis: String
  /// See `Act.holdsFrom`.
  public var holdsFrom: Day?

  public init(
    _ verb: String, by actor: String, as capacity: Capacity, basis: String = "", holdsFrom: Day? = nil
  ) {
    self.verb = verb
    self.actor = actor
    self.capacity = capacity
    self.basis = basis
    self.holdsFrom = holdsFrom
  }
}
