public import Kernel

/// One thing that keeps a formation from its next step. The portal shows it as a sentence before anyone tries; the verb
/// refuses with the same sentence, which stands once, in the words of the languages: `lack.no-name` for the code `no-name`.
public struct FormationLack: Sendable, Hashable {
  public enum Code: String, Sendable, CaseIterable {
    case name = "no-name"
    case need = "no-need"
    case ground = "rests-on-nothing"
    case proposal = "no-proposal"
    case goal = "no-goal"
    case proposer = "no-proposer"
    case founders = "no-founders"
    case founderName = "founder-unnamed"
    case partners = "too-few-partners"
    case sectors = "too-few-sectors"
    case charter = "no-charter"
    case hostCharter = "host-charter"
    case charterFaulty = "charter-faulty"
    case decider = "no-decider"
    case decision = "no-decision"
    case decisionUnknown = "decision-unknown"
    case decisionNotTaken = "not-decided"
    case decisionOfOthers = "not-the-decider"
    case decisionUndated = "decision-undated"
    case launch = "no-launch"
    case order = "before-step"
    case reason = "no-reason"
  }
  public let code: Code
  /// What the sentence speaks of: the formation, numbers, bodies.
  public let values: [String: String]

  public var refusal: Refusal {
    let phrase = Phrase("lack.\(code.rawValue)", values.mapValues { .text($0) })
    return Refusal(code: code.rawValue, phrase, field: code.field)
  }
}

extension FormationLack.Code {
  var field: String? {
    switch self {
    case .name: "name"
    case .need: "need"
    case .ground: "legal_basis"
    case .proposal: "proposal"
    case .goal: "goal"
    case .proposer: "proposer"
    case .founders, .founderName, .partners, .sectors: "founders"
    case .charter, .hostCharter, .charterFaulty: "charter"
    case .decider: nil
    case .decision, .decisionUnknown, .decisionNotTaken, .decisionOfOthers, .decisionUndated: "decision"
    case .launch: "launched"
    case .order: nil
    case .reason: "reason"
    }
  }
}

extension Optional<Translated> {
  /// Whether no language has a word of it.
  var isUnsaid: Bool { self?.isUnsaid ?? true }
}

extension Translated {
  var isUnsaid: Bool { texts.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
