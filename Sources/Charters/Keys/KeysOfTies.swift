/// How the partnership and its parts are tied to a treaty, and in which arrangements under study.
extension CharterKey {
  @KeyList static var ties: [CharterKey] {
    keys(
      in: ["linkage"],
      read: [
        "follows": .one(of: .option), "default": .block, "parts": .named,
        "precedence": .several(GoverningTerms.Step.self),
      ])
    keys(in: ["linkage.follows"], read: ["option": .one(of: .option)])
    keys(
      in: ["options.*"], read: ["number": .number, "name": .text, "default": .block, "parts": .named],
      waiting: ["covers": .own, "parts-are-examples": .flag, "principles": .own, "warns": .own])
    keys(
      in: termsOfALinkage,
      read: [
        "modality": .one(LinkageTerms.Modality.self),
        "mention": .several("discretionary supporting-mechanism"), "to": .several(of: .body),
        "reports-to": .several(of: .actor), "priorities": .several(of: .actor, .mainSector),
        "amended-by": .several(of: .actor), "texts": .several(of: .governingDocument, or: "treaty-provision"),
        "host": .one(of: .body, or: "own"), "participation": .one("voluntary"),
        "flexibility": .one("lower high mixed"),
        "gains": .several(
          "absorb-into-treaty adaptation-over-time collaboration end-areas flexibility more-international-effort more-national-effort new-mechanisms new-partnerships rescope-areas synergies"
        ), "money": .several(of: .window, or: "by-part"),
      ], compared: ["arises-from": .several(of: .treaty), "parallel-to": .several(of: .treaty)],
      waiting: [
        "legal-basis": .own, "legal-effect": .own, "also-informs": .several(of: .body), "membership": .own,
        "supervised-by": .several(of: .body), "through": .several(of: .body), "with": .block,
      ])
    keys(
      in: termsOfALinkage.map { $0 + ".priorities" },
      read: ["set-by": .several(of: .actor, .mainSector), "heeds": .one("cop-priorities")])
    keys(in: termsOfALinkage.map { $0 + ".priorities.heeds" }, waiting: ["by": .own])
    keys(in: termsOfALinkage.map { $0 + ".texts" }, waiting: ["for": .own, "which": .own])
    keys(in: termsOfALinkage.map { $0 + ".amended-by" }, waiting: ["under": .several(of: .governingDocument)])
    keys(
      in: termsOfALinkage.map { $0 + ".arises-from" }, compared: ["treaty": .several(of: .treaty)],
      waiting: ["exemption": .several(of: .exemption)])
    keys(
      in: termsOfALinkage.map { $0 + ".with" }, waiting: ["parties": .own, "signed": .date, "scope": .text])
  }
}
