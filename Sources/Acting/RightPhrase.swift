public import Kernel

extension Right {
  /// Who may, as a phrase whose words stand in `Words/`: one for each right and the place it speaks of.
  ///
  /// - Parameter kind: of the record that the right is about, which says what a field of it means.
  public func phrase(for kind: String) -> Phrase {
    guard case .either(let rights) = self else { return Phrase("right." + key(for: kind)) }
    guard let last = rights.last else { return Phrase("right.nobody") }
    return rights.dropLast().reversed().reduce(last.phrase(for: kind)) { rest, right in
      Phrase("right.or", ["first": .phrase(right.phrase(for: kind)), "second": .phrase(rest)])
    }
  }

  /// `focal-point.partner.id`, `lead.any`, `charter.admission`
  private func key(for kind: String) -> String {
    switch self {
    case .anyone: "anyone"
    case .system: "system"
    case .secretariat: "secretariat"
    case .applicant(let place): place.map { "applicant.\(kind).\($0.key)" } ?? "applicant"
    case .focalPoint(let place): place.map { "focal-point.\(kind).\($0.key)" } ?? "focal-point"
    case .lead(let place): place.map { "lead.\(kind).\($0.key)" } ?? "lead"
    case .member(let place): place.map { "member.\(kind).\($0.key)" } ?? "member"
    case .party: "party"
    case .charter(let right): "charter.\(right.key)"
    case .either: "nobody"
    }
  }
}

extension CharterRight {
  var key: String {
    switch self {
    case .admission: "admission"
    case .suspension: "suspension"
    case .structure: "structure"
    case .launch: "launch"
    case .option: "option"
    case .amendment: "amendment"
    }
  }
}

extension Place {
  fileprivate var key: String {
    switch self {
    case .field(let name), .input(let name): name
    case .first(let place, let other): "\(place.key)-or-\(other.key)"
    case .other(let name, let kind, _): "\(kind)-\(name)"
    }
  }
}

extension DeclaredVerb {
  /// What it is called.
  public var phrase: Phrase { .verb(name, of: kind) }
}

extension RightsChange {
  /// What the verb is called.
  public var phrase: Phrase { .verb(verb, of: kind) }
}

extension Phrase {
  /// What a verb is called, in every language: `verb.partner.admit`, and one word each for the three that all kinds have.
  fileprivate static func verb(_ name: String, of kind: String) -> Phrase {
    let word = name.replacing(" ", with: "-")
    return Phrase(Keeps.all.contains(name) ? "verb.\(word)" : "verb.\(kind).\(word)")
  }
}
