internal import Kernel

/// To whom a part of the partnership reports, and the rule that says so. Derived, never typed in.
public struct Addressee: Sendable, Hashable {
  /// Any of these; empty where no rule names one.
  public let bodies: [String]
  /// The option whose terms decide, and its number; nil where the linkage has terms of its own.
  public let option: String?
  public let number: Int?
  /// Which step of the precedence matched: stream, area or default.
  public let step: String
  /// Where the rule stands in the file: `options.independent.default.reports-to`.
  public let path: String
  public let ground: Ground
}

extension Charter {
  /// The addressee of one part's progress report.
  ///
  /// - Parameters:
  ///   - area: the area it belongs to, if any.
  ///   - stream: the stream it belongs to, if any.
  ///   - option: the option to suppose; nil takes the linkage in force.
  public func addressee(area: String? = nil, stream: String? = nil, option: String? = nil) -> Addressee {
    let chosen = (option ?? linkage.option).flatMap { id in options.first { $0.id == id } }
    let parts = chosen?.parts ?? linkage.parts
    let usual = chosen?.terms ?? linkage.terms
    let root = chosen.map { "options.\($0.id)" } ?? "linkage"
    for step in linkage.precedence {
      let part = step == "stream" ? stream : step == "area" ? area : nil
      if let part, let terms = parts[part] {
        return addressee(terms, chosen, step: step, path: "\(root).parts.\(part)")
      }
    }
    guard let usual else {
      return Addressee(
        bodies: [], option: chosen?.id, number: chosen?.number, step: "default", path: root,
        ground: linkage.ground)
    }
    return addressee(usual, chosen, step: "default", path: "\(root).default")
  }

  private func addressee(_ terms: LinkageTerms, _ option: Option?, step: String, path: String) -> Addressee {
    // A part that names no addressee reports to what it is tied to.
    let named = terms.reportsTo.isEmpty ? (terms.modality == .none ? [] : ["linked-body"]) : terms.reportsTo
    return Addressee(
      bodies: named.flatMap { $0 == "linked-body" ? terms.targets : [$0] }, option: option?.id,
      number: option?.number, step: step, path: "\(path).reports-to", ground: terms.reportsToGround)
  }

  /// Parts whose terms differ from the rest: those an addressee must be named for one by one.
  public var partsWithTerms: [String] {
    let option = linkage.option.flatMap { id in options.first { $0.id == id } }
    return (option?.parts ?? linkage.parts).keys.sorted()
  }
}
