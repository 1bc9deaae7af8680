internal import Kernel

/// What each vote weighs. Shares of chambers, sides and kinds get a common denominator, and a vote is a whole number of
/// its parts, so that nothing is rounded.
struct Weighing {
  /// Parts of the whole vote; nil where every voter has one vote.
  let points: Natural?
  /// Those who share one weight, in the order of their names; empty where every voter has one vote.
  let cells: [BallotOutlook.Cell]
  private let weights: [String: Natural]

  func weight(of voter: Voter) -> Natural { points == nil ? Natural(1) : weights[voter.id] ?? .zero }

  /// - Throws: a `Refusal` for a voter whose chamber or side the rule does not know.
  init(_ rule: DecisionRule, _ roll: Roll, _ steps: inout BallotSteps) throws {
    guard case .chambers(let terms) = rule.weights else {
      (points, cells, weights) = (nil, [], [:])
      return
    }
    var cells: [WeightCell: [Voter]] = [:]
    for voter in roll.voters {
      let cell = try WeightCell(voter, terms, rule)
      if terms.isSharedAmongThoseWhoCast, !rule.isCast(roll.choice(of: voter)) { continue }
      cells[cell, default: []].append(voter)
    }
    let shared = try cells.map {
      (cell: $0.key, voters: $0.value, share: try Self.share($0.key, cells, terms))
    }
    .sorted { $0.cell < $1.cell }
    var points = Natural(1)
    for item in shared { points = points.commonMultiple(with: item.share.bottom) }
    var weights: [String: Natural] = [:]
    for item in shared {
      let each = points.divided(by: item.share.bottom).quotient * item.share.top
      for voter in item.voters { weights[voter.id] = each }
      let (count, name) = (item.voters.count, item.cell.name)
      let fraction = "\(item.share.top)/\(item.share.bottom)"
      steps.add(
        "weight", about: name, part: each, whole: points,
        Phrase("tally.weight", ["cell": .text(name), "share": .text(fraction)], count: count))
    }
    (self.points, self.weights) = (points, weights)
    self.cells = shared.map { item in
      BallotOutlook.Cell(
        chamber: item.cell.chamber, subChamber: item.cell.subChamber, kind: item.cell.kind,
        voters: item.voters.map(\.id), weight: "\(item.share.top)/\(item.share.bottom)")
    }
  }

  /// One vote's share of the whole: chamber × side × kind, shared equally.
  private static func share(
    _ cell: WeightCell, _ cells: [WeightCell: [Voter]], _ terms: ChamberWeights
  ) throws -> (top: UInt64, bottom: UInt64) {
    guard let chamber = terms.chambers.first(where: { $0.id == cell.chamber }) else { return (0, 1) }
    var factors = [chamber.weight]
    if let side = chamber.subChambers.first(where: { $0.id == cell.subChamber }) {
      factors.append(side.share)
    }
    if let kinds = terms.kinds, let kind = cell.kind {
      let others = Voter.Kind.allCases.filter { $0 != kind }
      let isAlone = others.allSatisfy { cells[cell.with($0)] == nil }
      factors.append(terms.emptyCell == .shared && isAlone ? .whole : kinds[kind] ?? .zero)
    }
    var (top, bottom): (Int, Int) = (1, cells[cell]?.count ?? 1)
    for factor in factors {
      let (above, a) = top.multipliedReportingOverflow(by: factor.numerator)
      let (below, b) = bottom.multipliedReportingOverflow(by: factor.denominator)
      guard !a, !b, let product = Fraction(above, below) else {
        throw Refusal("too-fine", ["chamber": .text(cell.name)])
      }
      (top, bottom) = (product.numerator, product.denominator)
    }
    return (UInt64(top), UInt64(bottom))
  }
}

/// Those who share one weight: a chamber, its side, one kind of member.
private struct WeightCell: Hashable, Comparable {
  let chamber: String
  let subChamber: String?
  var kind: Voter.Kind?

  init(_ voter: Voter, _ terms: ChamberWeights, _ rule: DecisionRule) throws {
    let place: [String: Phrase.Value] = [
      "voter": .text(voter.id), "rule": .text(rule.id), "known": .list(terms.chambers.map(\.id)),
    ]
    guard let name = voter.chamber, let found = terms.chambers.first(where: { $0.id == name }) else {
      throw voter.chamber.map { Refusal("no-chamber", place.merging(["chamber": .text($0)]) { $1 }) }
        ?? Refusal("no-chamber.none", place)
    }
    chamber = found.id
    subChamber = found.subChambers.isEmpty ? nil : voter.subChamber
    if !found.subChambers.isEmpty, !found.subChambers.contains(where: { $0.id == subChamber }) {
      throw Refusal(
        "no-sub-chamber",
        ["voter": .text(voter.id), "chamber": .text(chamber), "known": .anyOf(found.subChambers.map(\.id))])
    }
    kind = terms.kinds == nil ? nil : voter.kind
  }

  func with(_ kind: Voter.Kind) -> WeightCell {
    var cell = self
    cell.kind = kind
    return cell
  }
  var name: String { [chamber, subChamber, kind?.rawValue].compactMap { $0 }.joined(separator: ", ") }
  static func < (a: WeightCell, b: WeightCell) -> Bool { a.name < b.name }
}

extension DecisionRule {
  /// Whether a choice is a vote cast.
  func isCast(_ choice: Vote.Choice) -> Bool {
    switch choice {
    case .yes, .no, .objects: true
    case .abstain: isAbstentionCast
    case .absent: false
    }
  }
}
