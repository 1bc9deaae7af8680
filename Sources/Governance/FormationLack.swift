public import Kernel

/// One thing that keeps a formation from its next step. The portal shows it as a sentence before anyone tries; the verb
/// refuses with the same sentence.
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
    Refusal(
      code.rawValue, values.reduce(code.sentence) { $0.replacing("{\($1.key)}", with: $1.value) },
      field: code.field)
  }
}

extension FormationLack.Code {
  /// With places for the values, as the words of the portal have them.
  public var sentence: String {
    switch self {
    case .name: "{formation} has no name; give the new partnership one, even a provisional one"
    case .need: "{formation} does not say what is needed; write the need in a sentence"
    case .ground:
      "the need of {formation} rests on nothing; name a legal basis, a request, an uncertainty or a source that states it"
    case .proposal:
      "the proposal for {formation} says nothing yet; write what the new partnership would do about the need"
    case .goal: "the proposal for {formation} has no goal; write what its partners would agree to reach"
    case .proposer:
      "nobody is named who proposes {formation}; name the body, area, partner or organisation that does"
    case .founders: "{formation} has no founding partner yet; name the first one"
    case .founderName:
      "a founding partner of {formation} has no name or sector; name it and say which sector it is of"
    case .partners:
      "partners who agreed to found {formation} so far: {count}; its charter takes at least {least} ({source})"
    case .sectors:
      "main sectors of those who agreed to found {formation} so far: {sectors}; its charter takes at least {least} ({source})"
    case .charter: "{formation} names no charter; name one that is known, or give its file"
    case .hostCharter:
      "{charter} is the charter of this partnership; a new one has a charter of its own"
    case .charterFaulty: "the charter {charter} cannot be used: {fault}"
    case .decider:
      "the charter in force names nobody who decides on a new partnership; name a body under decisions.who-decides.new-partnership"
    case .decision: "no decision launches {formation} yet; it takes one of {bodies} on {subjects}"
    case .decisionUnknown: "there is no decision “{decision}”; record it first"
    case .decisionNotTaken:
      "{decision} {outcome} and is {state}; a launch needs a decision that was taken"
    case .decisionOfOthers:
      "{decision} is of {body} on {subject}; the launch of {formation} takes one of {bodies} on {subjects}"
    case .decisionUndated: "{decision} has no date; a launch comes on its day or later, so give it one"
    case .launch:
      "{formation} has no day of launch or no partnership that came of it; launch it by its own verb"
    case .order: "{later} of {formation} on {day} is before {earlier} on {before}; steps follow each other"
    case .reason: "say why {formation} is abandoned; whoever meets the need again will ask"
    }
  }

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
