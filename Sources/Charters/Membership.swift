public import Kernel

/// How partners join, stay and leave, as the charter says it.
public struct Membership: Sendable, Hashable {
  /// Who lets someone in.
  public enum Authority: Sendable, Hashable {
    /// The secretariat, by the bodies that are it.
    case secretariat([String])
    case bodies([String])
    /// Nobody: whoever signs the declaration belongs.
    case declaration
    /// The organisation that hosts the partnership appoints.
    case host(String)
    case notStated
  }
  /// The rule for one area, or for everything that has none of its own.
  public struct Admission: Sendable, Hashable {
    public let area: String?
    /// letter, application, agreement, declaration ...
    public let document: String?
    public let mustState: [String]
    public let by: Authority
    /// Empty: whoever admits also suspends.
    public let suspendedBy: [String]
    /// Whether who is no Party must be an observer first.
    public let isObserverFirst: Bool
    public let ground: Ground
  }
  /// What one category brings and owes.
  public struct Terms: Sendable, Hashable {
    public let category: String
    /// The chamber its members vote in; `required` where each picks one.
    public let chamber: String?
    public let isFeeRequired: Bool
    /// In the charter's words: a number, weighted; nil where it does not say.
    public let votes: String?
    /// declaration, appointment; nil for the rule of the charter.
    public let joinsBy: String?
    /// Who appoints, where it joins by appointment.
    public let appointedBy: String?
    public let isPartyPossible: Bool
    public let ground: Ground

    /// Takes part without a vote.
    public var isObserver: Bool { votes == "0" || votes == "none" }
  }
  public struct Exclusion: Sendable, Hashable {
    public let id: String
    public let name: Translated
    /// acts-for-it, has-such-members, takes-such-money ...
    public let extendsTo: [String]
    public let ground: Ground
  }
  /// By which group of countries a member comes into a sub-chamber: high-income into north.
  public struct Side: Sendable, Hashable {
    public let subChamber: String
    /// Nil for those in no group of the other sides.
    public let group: String?
  }
  /// The general rule last.
  public let admissions: [Admission]
  public let terms: [Terms]
  public let exclusions: [Exclusion]
  /// Whether nobody is admitted without a screening.
  public let isScreeningRequired: Bool
  /// Whole months after which a screening is done again; nil where nothing is said.
  public let screenedEveryMonths: Int?
  /// What is asked for good standing; nil where nothing is.
  public let goodStanding: Translated?
  /// What remains to a partner that is not in good standing: observe.
  public let withoutGoodStanding: [String]
  /// Nil where the charter does not say.
  public let mayRepresentOthers: Bool?
  public let allowsIndividuals: Bool
  public let hasNationalInitiatives: Bool
  /// In the order in which they are asked; empty where chambers are not divided, or the charter does not say how.
  public let sides: [Side]
  /// The label of the charter it stands in.
  public let label: String

  public func terms(of category: String) -> Terms? { terms.first { $0.category == category } }

  /// The rule that holds: that of the area, then that of the category, then the general one.
  public func admission(to area: String?, category: String) -> Admission? {
    if let area, let own = admissions.first(where: { $0.area == area }) { return own }
    let general = admissions.first { $0.area == nil }
    guard let terms = terms(of: category), let way = terms.joinsBy else { return general }
    let by: Authority =
      way == "declaration" ? .declaration : terms.appointedBy.map { .host($0) } ?? .notStated
    // What is signed or appointed states nothing more.
    return Admission(
      area: nil, document: way, mustState: [], by: by, suspendedBy: general?.suspendedBy ?? [],
      isObserverFirst: false, ground: terms.ground)
  }
}
