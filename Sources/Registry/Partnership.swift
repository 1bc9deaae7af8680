public import Charters
public import Kernel

/// Another partnership, programme, network or approach that is named beside this one.
public struct Partnership: Record {
  public var id: ID
  public var name: Translated
  /// partnership, programme, approach ...
  public var form: String
  public var partOf: Partnership.ID?
  /// Where it works, in the charter's words: world, caribbean ...
  public var region: String?
  public var themes: [String]
  /// Levels of the problems it treats; none where no source says (A1).
  public var problemLevels: [ProblemLevel]
  /// The kind of solution it is, where it is one, and whether that rests on a market.
  public var solutionType: String?
  public var isMarketBased: Bool?
  /// The one that follows it.
  public var successor: Partnership.ID?
  public var period: Period
  public var launchedAt: String?
  public var seat: String?
  /// Bodies and organisations; a joint programme has several (A14).
  public var promotedBy: [String]
  public var members: Figure?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "partnership", Partnership.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("form", \.form, .word),
    Field("part_of", \.partOf),
    Field("region", \.region, .word),
    Field("themes", \.themes),
    Field("problem_level", \.problemLevels),
    Field("solution_type", \.solutionType, .word),
    Field("is_market_based", \.isMarketBased),
    Field("successor", \.successor),
    Field("period", \.period),
    Field("launched_at", \.launchedAt),
    Field("seat", \.seat),
    Field("promoted_by", \.promotedBy),
    Field("members", \.members),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
