internal import Kernel

/// What a charter wants watched: whom it attends to first, and from when on something is told (P4).
public struct Attention: Sendable, Hashable {
  /// What two activities must share to be told as overlapping (A25, P4).
  public enum Sameness: String, Sendable, Hashable, CaseIterable {
    case country = "same-country"
    case topic = "same-topic"
    case period = "same-period"
  }
  /// Groups of countries by income that come first.
  public var incomeGroups: [String]
  /// Groups of people that come first: vulnerable ...
  public var populations: [String]
  /// Whole months after admission or the last report from which a partner's light is yellow.
  public var yellowAfterMonths: Int
  public var redAfterMonths: Int
  /// Percent of a cycle's money above which one donor is told.
  public var donorShare: Double
  public var overlap: Set<Sameness>
  public var ground: Ground

  public init(
    incomeGroups: [String] = [], populations: [String] = [], yellowAfterMonths: Int = 12,
    redAfterMonths: Int = 24, donorShare: Double = 50, overlap: Set<Sameness> = Set(Sameness.allCases),
    ground: Ground = Ground(basis: .assumed)
  ) {
    self.incomeGroups = incomeGroups
    self.populations = populations
    self.yellowAfterMonths = yellowAfterMonths
    self.redAfterMonths = redAfterMonths
    self.donorShare = donorShare
    self.overlap = overlap
    self.ground = ground
  }

  /// What holds where a charter says nothing: a year, two years, half of the money, all three samenesses.
  public static let unsaid = Attention()
}
