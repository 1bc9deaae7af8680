public import Governance
public import Kernel
public import Registry
public import Workplan

/// What one actor owes under two regimes that stay apart: as a Party to a treaty, and as a partner (A29).
public struct TwoRegimes: Composed {
  public var partner: String
  public var asOf: Day
  /// One for each treaty that the charter names; empty where it names none.
  public var treaties: [TreatySide]
  public var commitments: Commitments

  public static let schema = Schema(
    "two-regimes", TwoRegimes.init,
    Field("partner", \.partner),
    Field("as_of", \.asOf),
    Field("treaties", \.treaties),
    Field("commitments", \.commitments))
}

/// The side of the treaty: whether it binds the actor on the day, to what, and to whom that is reported.
public struct TreatySide: Composed {
  public enum Standing: String, Code {
    case bound
    /// It has consented; the treaty, or its part in it, is not in force yet.
    case willBind = "will-bind"
    case notAParty = "not-a-party"
    case notAState = "not-a-state"
    /// A government whose country is not on record.
    case countryNotStated = "country-not-stated"
    case notYetAdopted = "not-yet-adopted"
    /// Nobody keeps here who the Parties are.
    case partiesNotOnRecord = "parties-not-on-record"
  }
  public var treaty: Treaty.ID
  public var phase: String?
  public var standing: Standing
  /// Since when it is a Party or, where that is still to come, has consented.
  public var since: When?
  /// Where it stands that it is: source, how sure.
  public var provenance: Provenance?
  /// Empty where it owes none: what binds others is not its own.
  public var duties: [TreatyDuty]
  /// What it reports as a Party, by the charter's lines.
  public var reports: [ReportOwed]
  /// Whose priorities it is expected to heed in its work as a partner.
  public var expectedToHeed: [String]
  /// What only Parties may do, in the charter's words.
  public var partyActs: [String]
  public var mayActAsParty: Bool { standing == .bound }

  public static let schema = Schema(
    "treaty-side", TreatySide.init,
    Field("treaty", \.treaty),
    Field("phase", \.phase),
    Field("standing", \.standing),
    Field("since", \.since),
    Field("provenance", \.provenance),
    Field("duties", \.duties),
    Field("reports", \.reports),
    Field("expected_to_heed", \.expectedToHeed),
    Field("party_acts", \.partyActs))

  /// How an actor stands to a treaty on a day.
  ///
  /// - Parameters:
  ///   - canBeParty: whether the charter's category holds actors that may be Parties.
  ///   - isOnRecord: whether anyone keeps who the Parties of this treaty are.
  public static func standing(
    canBeParty: Bool, country: Country?, phase: String?, isParty: Bool, hasConsented: Bool, isOnRecord: Bool
  ) -> Standing {
    guard canBeParty else { return .notAState }
    guard phase == "adopted" || phase == "in-force" else { return .notYetAdopted }
    guard isOnRecord else { return .partiesNotOnRecord }
    guard country != nil else { return .countryNotStated }
    if isParty, phase == "in-force" { return .bound }
    return isParty || hasConsented ? .willBind : .notAParty
  }
}

/// The side of the partnership: what was promised of one's own accord.
public struct Commitments: Composed {
  /// What its letter promised, in its own words; empty where it promised nothing.
  public var promised: String
  public var statesSupport: Bool
  public var statesCommitment: Bool
  public var provenance: Provenance
  /// The areas it leads on the day, and the activities that go through them.
  public var leads: [Seat]
  public var activities: [Activity]
  public var pledges: [Pledged]
  public var reports: [ReportOwed]

  public static let schema = Schema(
    "commitments", Commitments.init,
    Field("promised", \.promised),
    Field("states_support", \.statesSupport),
    Field("states_commitment", \.statesCommitment),
    Field("provenance", \.provenance),
    Field("leads", \.leads),
    Field("activities", \.activities),
    Field("pledges", \.pledges),
    Field("reports", \.reports))
}

/// A pledge as its giver sees it: what was promised, what is still to come.
public struct Pledged: Composed {
  public var pledge: String
  public var amount: Money
  /// Minor units of the amount's currency.
  public var outstanding: Int
  public var due: When?
  public var state: String
  public var provenance: Provenance

  public static let schema = Schema(
    "pledged", Pledged.init,
    Field("pledge", \.pledge),
    Field("amount", \.amount),
    Field("outstanding", \.outstanding),
    Field("due", \.due),
    Field("state", \.state),
    Field("provenance", \.provenance))
}

/// One report that an actor owes, and to whom.
public struct ReportOwed: Composed {
  /// The charter's reporting line.
  public var line: String
  /// The area it is about, where it is owed as that area's lead.
  public var area: String?
  /// Any of these receives it; empty where no rule names one.
  public var to: [String]
  public var what: [String]
  /// In the charter's words: every 48 months; nil where nothing is said.
  public var when: String?
  public var provenance: Provenance

  public static let schema = Schema(
    "report-owed", ReportOwed.init,
    Field("line", \.line),
    Field("area", \.area),
    Field("to", \.to),
    Field("what", \.what),
    Field("when", \.when),
    Field("provenance", \.provenance))
}
