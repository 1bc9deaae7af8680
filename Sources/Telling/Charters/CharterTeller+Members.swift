internal import Charters
internal import Kernel

/// What partners share, who takes part, and in which bodies.
extension Teller {
  var shares: [Sentence] {
    charter.shares.map {
      sentence(
        words["explain.pair", ["name": words.term("share", $0.id), "text": said($0.name)]], $0.ground,
        tells: ["shares.\($0.id)"])
    }
  }

  var whoTakesPart: [Sentence] {
    var sentences: [Sentence] = []
    if !charter.mainSectors.isEmpty {
      sentences.append(
        sentence(
          words["explain.sectors", ["list": words.list(charter.mainSectors.map { said($0.name) })]],
          together("membership.sectors.main", charter.mainSectors.map(\.ground)),
          tells: charter.mainSectors.map { "membership.sectors.main.\($0.id).name" }))
    }
    for sector in charter.movableSectors {
      let main =
        charter.mainSectors.first { $0.id == sector.countedIn }.map { said($0.name) } ?? sector.countedIn
      let values = ["name": said(sector.name), "sector": main]
      let path = "membership.sectors.movable.\(sector.id)"
      sentences.append(
        sentence(
          sector.isShownApart ? words["explain.movable.apart", values] : words["explain.movable", values],
          together(path, ["counted-in", "shown-apart"].compactMap { outline["\(path).\($0)"]?.ground }),
          tells: ["name", "counted-in", "shown-apart"].map { "\(path).\($0)" }, about: path))
    }
    if !charter.categories.isEmpty {
      sentences.append(
        sentence(
          words["explain.categories", ["list": words.list(charter.categories.map { said($0.name) })]],
          together("membership.categories", charter.categories.map(\.ground)),
          tells: charter.categories.map { "membership.categories.\($0.id).name" }))
    }
    if !charter.mustState.isEmpty {
      let list = words.list(charter.mustState.map { words.term("statement", $0) })
      sentences.append(
        sentence(
          words["explain.admission", ["list": list]], charter.admissionGround,
          tells: ["\(admission).must-state"]))
    }
    if !charter.admittedBy.isEmpty {
      let path = "\(admission).by"
      sentences.append(
        sentence(
          words["explain.admits", ["body": names(ofBodies: charter.admittedBy)]],
          outline[path]?.ground ?? Ground(), tells: [path, "\(path).body", "\(path).bodies"]))
    }
    if charter.leavesAlways {
      sentences.append(
        sentence(
          words["explain.leaving"], charter.leavingGround, tells: ["membership.leaving.always"],
          about: "membership.leaving"))
    }
    return sentences
  }

  /// Where the general rule of admission stands.
  private var admission: String {
    outline["membership.admission.default"] == nil ? "membership.admission" : "membership.admission.default"
  }

  var bodies: [Sentence] {
    charter.bodies.map { body in
      let values = [
        "name": said(body.name), "role": words.term("role", body.kind),
        "parent": body.partOf.map(name(ofBody:)) ?? "",
      ]
      return sentence(
        body.partOf == nil ? words["explain.body", values] : words["explain.body.part", values],
        body.ground, tells: ["name", "kind", "of"].map { "bodies.\(body.id).\($0)" },
        about: "bodies.\(body.id)")
    }
  }
}
