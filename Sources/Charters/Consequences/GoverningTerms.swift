/// The terms that govern one part under one arrangement, and where each of their answers comes from.
///
/// A part follows the terms of its stream, else of its area, else the default: the order is the charter's `precedence`.
/// Where its own terms are silent by leaving a question out, three rules fill in, in this order:
/// 1. a part tied in the same manner as the default follows the default;
/// 2. one tied in another manner follows the option whose default is tied in that manner, the lowest number first: what
///    a combination links, it links as the formal option would (A31);
/// 3. where there is no such option, the manner itself decides: what is formally tied answers to the body it is tied to.
struct GoverningTerms {
  enum Step: String, CaseIterable { case stream, area, usual = "default" }
  /// A saying, and by which of the rules it holds for this part.
  struct Found {
    let saying: Saying
    let rule: String
  }

  let step: Step
  let own: LinkageTerms
  private let usual: LinkageTerms
  private let model: LinkageTerms?

  init(_ arrangement: Arrangement, area: String?, stream: String?) {
    var own = arrangement.usual
    var step = Step.usual
    search: for kind in arrangement.precedence {
      switch kind {
      case "stream":
        guard let terms = stream.flatMap({ arrangement.parts[$0] }) else { continue }
        (own, step) = (terms, .stream)
      case "area":
        guard let terms = area.flatMap({ arrangement.parts[$0] }) else { continue }
        (own, step) = (terms, .area)
      default: break search
      }
      break
    }
    usual = arrangement.usual
    self.own = own
    self.step = step
    model = arrangement.models[own.modality]
  }

  /// What holds on a question that the terms can answer; nil where no rule says anything.
  func saying(_ question: Question) -> Found? {
    if let said = own.said[question], said.words != ["by-part"] { return Found(saying: said, rule: "terms") }
    // Whoever is formally tied reports to what it is tied to, whatever the others do.
    if question == .reportsTo, own.modality == .formal, let said = byManner(question) {
      return Found(saying: said, rule: "by-manner")
    }
    if step != .usual, own.modality == usual.modality, let said = usual.said[question] {
      return Found(saying: said, rule: "as-the-rest")
    }
    // A default that leaves a question to its parts is no model for itself.
    if let said = model?.said[question], said.words != ["by-part"] {
      return Found(saying: said, rule: "as-the-option-of-its-manner")
    }
    if own.modality == .formal, let said = byManner(question) {
      return Found(saying: said, rule: "by-manner")
    }
    guard step != .usual, let said = usual.said[question], said.words != ["by-part"] else { return nil }
    return Found(saying: said, rule: "as-the-rest")
  }

  /// A formal tie gives the linked body its say, beside whoever has it for the rest (A24, A30).
  private func byManner(_ question: Question) -> Saying? {
    let place = own.said[.modality]
    func saying(_ words: [String]) -> Saying {
      Saying(
        words: words, isNone: false, needsAll: true, path: place?.path ?? "",
        ground: place?.ground ?? own.ground)
    }
    switch question {
    case .reportsTo: return saying(["linked-body"])
    case .amendedBy, .priorities:
      let others = (usual.said[question]?.words ?? []).filter { $0 != "linked-body" }
      return saying(["linked-body"] + others)
    case .texts:
      return saying(
        ["treaty-provision"] + (usual.said[.texts]?.words ?? []).filter { $0 != "treaty-provision" })
    default: return nil
    }
  }

  /// The bodies that stand for words such as `linked-body`: outer list all of them, inner list any.
  func bodies(_ found: Found) -> [[String]] {
    found.saying.words.flatMap { word -> [[String]] in
      guard word == "linked-body" else { return [[word]] }
      if own.targets.isEmpty { return [] }
      return own.said[.linkedTo]?.needsAll == true ? own.targets.map { [$0] } : [own.targets]
    }
  }
}
