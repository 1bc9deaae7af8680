public import Kernel

extension Charter {
  /// The same charter with options of a reader's own after those it has. It holds for one comparison and is kept nowhere.
  ///
  /// - Parameter language: of the drafts' names.
  /// - Throws: a `Refusal` for too many, and for a part, option or body that the charter does not have.
  public func adding(_ drafts: [OptionDraft], in language: Language) throws -> Charter {
    guard drafts.count <= OptionDraft.most else {
      throw Refusal("options.too-many", ["drafts": "\(drafts.count)", "most": "\(OptionDraft.most)"])
    }
    var charter = self
    let last = options.map(\.number).max() ?? 0
    for (index, draft) in drafts.enumerated() {
      let id = "own-\(index + 1)"
      guard !options.contains(where: { $0.id == id }) else {
        throw Refusal("options.id-taken", ["charter": .text(label), "option": .text(id)])
      }
      charter.options.append(try option(draft, id, number: last + index + 1, in: language))
    }
    return charter
  }

  /// What a draft means under this charter. Terms taken from an option of the charter keep their place and source;
  /// a tie of its own is assumed, and the rules for silent terms fill in the rest.
  private func option(_ draft: OptionDraft, _ id: String, number: Int, in language: Language) throws -> Option
  {
    let usual: LinkageTerms
    var parts: [String: LinkageTerms] = [:]
    switch draft.usual {
    case .asIn(let word): (usual, parts) = try arrangement(word)
    case .tied: usual = try terms(draft.usual, of: nil, at: "\(id).default")
    }
    for part in draft.parts {
      try refuseUnknown(part.part)
      parts[part.part] = try terms(part.tie, of: part.part, at: "\(id).parts.\(part.part)")
    }
    return Option(
      id: id, number: number, name: Translated(language, draft.name), terms: usual, parts: parts,
      ground: Ground(basis: .assumed))
  }

  private func terms(_ tie: OptionDraft.Tie, of part: String?, at path: String) throws -> LinkageTerms {
    switch tie {
    case .asIn(let word):
      let (usual, parts) = try arrangement(word)
      return part.flatMap { parts[$0] } ?? usual
    case .tied(let modality, let bodies, let needsAll):
      let known = Set(self.bodies.map(\.id))
      for body in bodies where !known.contains(body) {
        let place: [String: Phrase.Value] = ["charter": .text(label), "body": "\(body.prefix(60))"]
        throw DidYouMean.nearest(body, known).map {
          Refusal("option-body.near", place.merging(["near": .text($0)]) { $1 })
        } ?? Refusal("option-body", place)
      }
      let ground = Ground(basis: .assumed)
      func saying(_ words: [String], isNone: Bool, _ key: String) -> Saying {
        Saying(words: words, isNone: isNone, needsAll: needsAll, path: "\(path).\(key)", ground: ground)
      }
      return LinkageTerms(
        modality: modality, targets: bodies, reportsTo: [], reportsToGround: ground, amendedBy: [],
        priorities: [],
        said: [
          .modality: saying([modality.rawValue], isNone: modality == .none, "modality"),
          .linkedTo: saying(bodies, isNone: bodies.isEmpty, "to"),
        ], ground: ground)
    }
  }

  /// The terms of an option of the charter, or of the linkage in force.
  private func arrangement(_ word: String) throws -> (usual: LinkageTerms, parts: [String: LinkageTerms]) {
    if word != OptionDraft.inForce {
      let option = try option(word)
      return (option.terms, option.parts)
    }
    if let followed = linkage.option { return try arrangement(followed) }
    guard let terms = linkage.terms else {
      throw Refusal("option-tie.no-linkage", ["charter": .text(label)])
    }
    return (terms, linkage.parts)
  }

  private func refuseUnknown(_ part: String) throws {
    let known = partsThatMayBeTied
    guard !known.contains(part) else { return }
    let place: [String: Phrase.Value] = ["charter": .text(label), "part": "\(part.prefix(60))"]
    throw DidYouMean.nearest(part, known).map {
      Refusal("option-part.near", place.merging(["near": .text($0)]) { $1 })
    } ?? Refusal("option-part", place.merging(["known": .list(known)]) { $1 })
  }

  /// Areas and streams, in the charter's order: what can have terms of its own.
  public var partsThatMayBeTied: [String] { areas.map(\.id) + streams.map(\.id) }

  /// Bodies of a treaty: those that a part may be tied to. Where the charter knows none, all its bodies.
  public var bodiesToBeTiedTo: [Body] {
    let ofTreaty = bodies.filter { $0.treaty != nil || $0.kind == "treaty" || $0.kind == "subsidiary" }
    return ofTreaty.isEmpty ? bodies : ofTreaty
  }
}
