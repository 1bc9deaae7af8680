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
    guard let arrangement = Arrangement(self, chosen) else {
      return Addressee(
        bodies: [], option: chosen?.id, number: chosen?.number, step: "default",
        path: chosen.map { "options.\($0.id)" } ?? "linkage", ground: linkage.ground)
    }
    let terms = GoverningTerms(arrangement, area: area, stream: stream)
    let found = terms.saying(.reportsTo)
    let part = terms.step == .stream ? stream : terms.step == .area ? area : nil
    let root = chosen.map { "options.\($0.id)" } ?? "linkage"
    return Addressee(
      bodies: found.map { terms.bodies($0).flatMap { $0 } } ?? [], option: chosen?.id, number: chosen?.number,
      step: terms.step.rawValue,
      path: found?.saying.path ?? "\(root).\(part.map { "parts.\($0)" } ?? "default").reports-to",
      ground: found?.saying.ground ?? terms.own.reportsToGround)
  }

  /// Parts whose terms differ from the rest: those an addressee must be named for one by one.
  public var partsWithTerms: [String] {
    let option = linkage.option.flatMap { id in options.first { $0.id == id } }
    return (option?.parts ?? linkage.parts).keys.sorted()
  }
}
