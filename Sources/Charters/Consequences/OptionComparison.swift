public import Kernel

/// The options of a charter side by side, on one day.
public struct OptionComparison: Composed {
  /// The partnership and the edition of its charter: `gmp`, `2010`.
  public var charter: String
  public var edition: String
  public var asOf: Day
  /// The phase of the charter's first treaty on the day; nil before the first, or without a treaty.
  public var phase: String?
  /// In the order of their numbers.
  public var options: [Consequences]

  public static let schema = Schema(
    "option-comparison", OptionComparison.init(charter:edition:asOf:phase:options:),
    Field("charter", \.charter),
    Field("edition", \.edition),
    Field("as_of", \.asOf),
    Field("phase", \.phase),
    Field("options", \.options))

  /// - Parameter chosen: options by id or number; none chooses all of the charter. A linkage in force that follows none
  ///   of them stands first.
  /// - Throws: a `Refusal` for an option the charter does not have.
  public static func compare(
    _ charter: Charter, _ chosen: [String] = [], _ facts: Facts, on day: Day
  ) throws -> OptionComparison {
    let around = Surroundings(charter, facts, day)
    let options = try chosen.isEmpty ? charter.options : chosen.map { try charter.option($0) }
    var consequences = options.sorted { ($0.number, $0.id) < ($1.number, $1.id) }.uniqued.map {
      Derivation(around, $0).consequences()
    }
    if charter.linkage.option == nil, chosen.isEmpty {
      consequences.insert(Derivation(around, nil).consequences(), at: 0)
    }
    return OptionComparison(
      charter: charter.id, edition: charter.edition, asOf: day, phase: around.phase(of: nil),
      options: consequences)
  }
}

/// Parts with the same answer.
public struct AnswerGroup: Sendable, Hashable {
  /// The first part's; the others' differ in their reasons at most.
  public let cell: Cell
  public let parts: [String]
}

extension Consequences {
  /// What the parts answer, the answer of most parts first; equal numbers in the order of the parts.
  public func answers(to question: Question) -> [AnswerGroup] {
    var groups: [(cell: Cell, parts: [String])] = []
    for part in realParts {
      guard let cell = part.cell(question) else { continue }
      if let index = groups.firstIndex(where: { $0.cell.answers(as: cell) }) {
        groups[index].parts.append(part.part)
      } else {
        groups.append((cell, [part.part]))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.parts.count, $0.offset) < ($0.element.parts.count, $1.offset)
    }
    .map { AnswerGroup(cell: $0.element.cell, parts: $0.element.parts) }
  }

  /// The warnings of the whole and of its parts, each with the parts it is about (none: the whole).
  public var allWarnings: [(warning: Warning, parts: [String])] {
    var all = warnings.map { (warning: $0, parts: [String]()) }
    for part in realParts {
      for warning in part.warnings {
        let same = all.firstIndex {
          !$0.parts.isEmpty && $0.warning.code == warning.code && $0.warning.about == warning.about
        }
        if let same { all[same].parts.append(part.part) } else { all.append((warning, [part.part])) }
      }
    }
    return all
  }
}
