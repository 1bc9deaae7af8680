internal import Acting
internal import Charters
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web
internal import Wording

extension Loading {
  /// The rights as they are declared, and the bodies that the charter in force on the day shown gives them to.
  func aboutRights() throws -> AboutRightsPage {
    let shown = kinds.map { type in
      (type: type, verbs: verbs.verbs(of: type.kind).filter { $0.may != .system })
    }
    func isPlain(_ verbs: [any DeclaredVerb]) -> Bool {
      verbs.allSatisfy { Keeps.all.contains($0.name) && $0.may == .secretariat }
    }
    return AboutRightsPage(
      charter: charter?.label,
      kinds: try shown.filter { !isPlain($0.verbs) }.map { type, verbs in
        AboutRightsPage.Kind(
          kind: type.kind, name: words.term("kinds", type.kind), verbs: try verbs.map { try row($0) })
      }, others: shown.filter { isPlain($0.verbs) }.map { words.term("kinds", $0.type.kind) },
      sights: verbs.hidden.map { hidden in
        (
          kind: words.term("kinds", hidden.kind), field: hidden.field.map { words.term("field", $0) },
          sees: hidden.sight.phrase.sentence(in: language)
        )
      })
  }

  private func row(_ verb: any DeclaredVerb) throws -> AboutRightsPage.Verb {
    func said(_ phrase: Phrase) -> String { phrase.translated.text(in: language).text }
    let isWhole = [Keeps.add, Keeps.correct].contains(verb.name)
    return AboutRightsPage.Verb(
      name: said(verb.phrase), from: verb.from.map { words.term("state", $0) },
      to: verb.to.map { words.term("state", $0) },
      asks: isWhole
        ? [] : verb.inputs.map { (name: words.term("field", $0.name), isRequired: $0.isRequired) },
      isGroundRequired: verb.basis == .required, may: said(verb.may.phrase(for: verb.kind)),
      given: verb.may.asksCharter ? try given(verb) : nil)
  }

  /// The secretariat and the bodies by their names.
  private func given(_ verb: any DeclaredVerb) throws -> [Linked] {
    try verbs.holders(of: verb, under: charter, connection).all.compactMap { holder -> Linked? in
      switch holder {
      case .secretariat: return Linked(Said(Phrase("right.secretariat").translated.text(in: language).text))
      case .member(let body?):
        let found = try one(Body.ID(body))
        let name = (found?.name ?? charter?.body(body)?.name).map { said($0) } ?? Said(body)
        return Linked(name, found.map { .record(kind: Body.kind, id: $0.id.text) })
      default: return nil
      }
    }
  }
}
