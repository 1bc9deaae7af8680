public import Kernel

/// Who may do something, as data: asked when it is done, told as a sentence, listed in a table. Nothing here is a closure,
/// so that everything that is shown of a right is the right itself.
public indirect enum Right: Sendable, Hashable {
  /// Whoever works in the partnership; the software itself is nobody in this sense.
  case anyone
  /// The software alone: nothing that a person or a program sends reaches it.
  case system
  case secretariat
  /// Who applies, before there is a focal point. With a place: for an organisation named there that is no partner here.
  case applicant(Place?)
  /// The focal point of the partner named in the place; of any partner where there is no place.
  case focalPoint(Place?)
  /// A lead of the area named there; of any area.
  case lead(Place?)
  /// A member of the body named there; of any body.
  case member(Place?)
  /// The focal point of a partner that is a Party, for the country named in the place.
  case party(Place)
  /// Whoever the charter in force gives it to.
  case charter(CharterRight)
  /// Any of them.
  case either([Right])

  /// The secretariat writes down what others decide, so most rights are shared with it.
  public static func secretariatOr(_ rights: Right...) -> Right { .either([.secretariat] + rights) }
}

/// Where a right finds the partner, area, body or country that it speaks of.
public indirect enum Place: Sendable, Hashable {
  /// A field of the record: one id, or a list of them.
  case field(String)
  /// What whoever acts gives with the verb.
  case input(String)
  /// The first of two that says something.
  case first(Place, or: Place)
  /// A field of another record, which a place names: the body of the motion that a vote is for.
  case other(String, ofThe: String, at: Place)
}

/// A right that the charter gives, in the edition in force on the day of the act.
public enum CharterRight: Sendable, Hashable {
  /// Whoever admits to the only area of the partner, for its category.
  case admission
  /// Whoever suspends and expels; where the charter names nobody for it, whoever admits.
  case suspension
  /// The bodies that decide on areas and on how they stand together.
  case structure
  /// The bodies that decide on a new partnership.
  case launch
  /// The bodies that decide which option is in force; the place names the option.
  case option(Place)
  /// The bodies that decide on the charter itself.
  case amendment
}

/// Whether an act names the decision, rule or source that it rests on.
public enum BasisRule: String, Sendable, Hashable {
  /// It may.
  case welcome
  /// It must: without one the act is refused.
  case required
}

/// Someone who holds a right, named; nil stands for every one of the kind.
public enum Holder: Sendable, Hashable {
  case anyone, system, secretariat, applicant
  case focalPoint(of: String?)
  case lead(of: String?)
  case member(of: String?)

  public func includes(_ capacity: Capacity) -> Bool {
    switch (self, capacity) {
    case (.anyone, .system): false
    case (.anyone, _), (.system, .system), (.secretariat, .secretariat), (.applicant, .applicant): true
    case (.focalPoint(let name), .focalPoint(let own)), (.lead(let name), .lead(let own)),
      (.member(let name), .member(let own)):
      name == nil || name == own
    default: false
    }
  }
}

/// Those who hold a right on one record, on one day.
public struct Holders: Sendable, Hashable {
  public var all: [Holder]
  /// Whether the charter was asked for some of them.
  public var restsOnCharter: Bool

  public init(_ all: [Holder], restsOnCharter: Bool = false) {
    self.all = all
    self.restsOnCharter = restsOnCharter
  }

  public func include(_ capacity: Capacity) -> Bool { all.contains { $0.includes(capacity) } }

  mutating func add(_ others: Holders) {
    for holder in others.all where !all.contains(holder) { all.append(holder) }
    restsOnCharter = restsOnCharter || others.restsOnCharter
  }
}
