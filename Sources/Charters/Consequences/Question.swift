public import Kernel

/// What one asks of a linkage, part by part. The first group stands in the charter's terms; the others follow from
/// them and from the records.
public enum Question: String, Code {
  /// formal, memorandum or none (R13).
  case modality
  /// What the treaty's text says of the partnership (R128).
  case mention
  case linkedTo = "linked-to"
  case reportsTo = "reports-to"
  case priorities
  /// Whose priorities Parties are to heed in the partnership (R101).
  case heeds
  case amendedBy = "amended-by"
  case texts
  case host
  case participation
  case flexibility
  case gains

  /// To whom Parties report as Parties (R100).
  case partiesReportTo = "parties-report-to"
  /// Days until those who must decide a change can next meet (R102).
  case pace
  /// The windows that may pay for it on the day (R120).
  case money
  case need, secured, pledged, received
  /// Cost less what the mechanism and the other means cover (R125).
  case gap
  /// Reports owed in one round.
  case load
  case askedTwice = "asked-twice"
  case partnersPerPost = "partners-per-post"
  /// The mechanisms that work whatever the linkage (R17, R131).
  case staysTrue = "stays-true"

  /// The key of the charter's terms that answers it, if one does.
  var key: String? {
    switch self {
    case .modality, .mention, .priorities, .texts, .host, .participation, .flexibility, .gains, .money:
      rawValue
    case .linkedTo: "to"
    case .reportsTo: "reports-to"
    case .amendedBy: "amended-by"
    default: nil
    }
  }

  /// Whether its answers are bodies or actors, which have names.
  public var namesBodies: Bool {
    switch self {
    case .linkedTo, .reportsTo, .priorities, .amendedBy, .host, .partiesReportTo: true
    default: false
    }
  }
}
