public import Charters
internal import Kernel
internal import Wording

/// What two editions of a charter do not share, in words: where it stands, by the labels of its keys and the names of its
/// things, and what each of the two says there.
public struct DifferenceTeller {
  private let before: CharterOutline
  private let after: CharterOutline
  private let words: Words

  public init(_ before: CharterOutline, _ after: CharterOutline, _ words: Words) {
    self.before = before
    self.after = after
    self.words = words
  }

  /// Such as “Membership › admission › admitted by”.
  public func place(_ difference: CharterDifference) -> String {
    let (outline, other) = difference.kind == .removed ? (before, after) : (after, before)
    let values = ValueTeller(outline: outline, words: words)
    var path = ""
    var pattern = ""
    var steps: [String] = []
    for step in difference.path.split(separator: ".").map(String.init) {
      path = path.isEmpty ? step : "\(path).\(step)"
      pattern = pattern.isEmpty ? step : "\(pattern).\(step)"
      if let place = outline[path] ?? other[path] {
        pattern = place.pattern
        // The key around words that it only holds is no step.
        if place.path != path || Self.holdsOnlyItsBody(place) { continue }
        steps.append(place.isNumbered ? words["explain.number", ["number": step]] : values.name(place))
      } else if pattern.hasSuffix("also.\(step)") {
        steps.append(words["explain.number", ["number": step]])
      } else if step == words.language.rawValue {
        // In the reader's own language it needs no word.
        continue
      } else if words.isLanguage(step) {
        steps.append(words["language.in", ["language": words.term("language", step)]])
      } else {
        steps.append(values.label(pattern, step))
      }
    }
    let all = steps.joined(separator: words["explain.step"])
    return all.prefix(1).uppercased() + all.dropFirst()
  }

  /// Who admits or answers for something is said of it, and not of a body inside it.
  private static func holdsOnlyItsBody(_ place: CharterPlace) -> Bool {
    ["by.body", "by.bodies", "responsibilities.*.body"].contains { place.pattern.hasSuffix($0) }
  }

  /// What changed; of a block, how many facts.
  public func told(_ difference: CharterDifference) -> String {
    let (old, new) = (
      said(difference.before, difference, in: before), said(difference.after, difference, in: after)
    )
    switch (old, new) {
    case (let old?, let new?): return words["comparison.from", ["before": quoted(old), "after": quoted(new)]]
    case (let text?, nil), (nil, let text?): return quoted(text)
    case (nil, nil): return words.count("count.fact", difference.facts)
    }
  }

  /// What an edition says there; nil where it says nothing or a whole block.
  public func before(_ difference: CharterDifference) -> String? {
    said(difference.before, difference, in: before)
  }
  public func after(_ difference: CharterDifference) -> String? {
    said(difference.after, difference, in: after)
  }

  private func said(_ raw: String?, _ difference: CharterDifference, in outline: CharterOutline) -> String? {
    guard let raw else { return nil }
    let values = ValueTeller(outline: outline, words: words)
    let last = difference.path.split(separator: ".").last.map(String.init) ?? ""
    // A single fact of a new block is told by the place that holds it.
    if var place = outline[difference.path] {
      if let value = values.value(place) { return value }
      while place.value == nil, place.members.count == 1 { place = place.members[0] }
      guard let value = values.value(place) else { return raw }
      return words["explain.pair", ["name": values.name(place), "text": value]]
    }
    switch last {
    case "basis", "qualifier": return words.term(last, raw)
    default: return raw
    }
  }

  private func quoted(_ text: String) -> String { words["comparison.quoted", ["text": text]] }
}

extension Words {
  fileprivate func isLanguage(_ code: String) -> Bool {
    if case .text? = entries["language.\(code)"] { code.utf8.count == 2 && code != "in" } else { false }
  }
}
