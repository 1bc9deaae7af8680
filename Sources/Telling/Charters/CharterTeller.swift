internal import Charters
internal import Kernel

/// Finds the sentences of a `CharterExplanation`, block by block in the charter's order.
struct Teller {
  public typealias Sentence = CharterExplanation.Sentence
  public typealias Section = CharterExplanation.Section

  public let charter: Charter
  public let outline: CharterOutline
  public let language: Language

  public var words: Words { Words.of(language) }
  private var values: ValueTeller { ValueTeller(outline: outline, words: words) }
  public var title: String { "\(said(charter.name)) (\(charter.label))" }

  public func said(_ text: Translated) -> String { text.text(in: language).text }
  /// - Parameters:
  ///   - tells: the places of the charter that it tells; nothing else will.
  ///   - about: the place of the thing that it is about; what else is said of that stands under it.
  public func sentence(
    _ text: String, _ ground: Ground = Ground(), tells: [String] = [], about: String? = nil
  ) -> Sentence {
    Sentence(
      text: text.prefix(1).uppercased() + text.dropFirst(), source: ground.source, basis: ground.basis,
      line: ground.line, tells: tells, about: about)
  }

  func section(_ section: CharterKey.Section) -> Section {
    let sentences =
      switch section {
      case .what: whatItIs
      case .shares: shares
      case .members: whoTakesPart
      case .bodies: bodies
      case .work: work
      case .linkage: linkage
      case .reporting: reporting
      case .decisions: decisions
      case .money: money
      case .options: options
      case .measures, .edition: [Sentence]()
      }
    return Section(heading: words.term("explain.heading", section.rawValue), sentences: sentences)
  }

  private func name(ofBody id: String) -> String {
    charter.body(id).map { said($0.name) } ?? (id == charter.id ? said(charter.name) : values.word(id))
  }
  private func names(ofBodies ids: [String]) -> String { words.list(ids.map { name(ofBody: $0) }) }
  private func name(ofPart id: String) -> String {
    let parts = charter.areas + charter.topics
    return parts.first { $0.id == id }.map { said($0.name) }
      ?? charter.streams.first { $0.id == id }.map { said($0.name) } ?? id
  }

  /// The places of the dates of creation, in the order of `Origin.beginnings`.
  private var beginnings: [String] {
    guard let created = outline["origin.created"] else { return [] }
    return ([created] + created.members.filter { $0.name == "also" }).filter { place in
      place.words.first.map { (try? When(text: $0)) != nil } ?? false
    }.map(\.path)
  }

  /// Where the general rule of admission stands.
  private var admission: String {
    outline["membership.admission.default"] == nil ? "membership.admission" : "membership.admission.default"
  }

  var whatItIs: [Sentence] {
    var sentences: [Sentence] = []
    if let since = charter.period.since {
      sentences.append(
        sentence(
          words["explain.inForce", ["edition": charter.edition, "date": words.dateInSentence(since)]],
          outline["in-force"]?.ground ?? Ground(), tells: ["edition", "in-force.since"],
          about: "in-force"))
    }
    sentences.append(
      sentence(
        words["explain.goal", ["goal": said(charter.goal)]], charter.goalGround, tells: ["goal"],
        about: "goal"))
    sentences += zip(charter.origin.beginnings, beginnings).map {
      sentence(
        words[
          "explain.beginning",
          ["meaning": $0.meaning.map(said) ?? words["explain.begun"], "date": words.date($0.date)]],
        $0.ground, tells: [$1])
    }
    if let before = charter.origin.predecessors {
      sentences.append(
        sentence(
          words["explain.before", ["what": said(before)]], charter.origin.predecessorsGround,
          tells: ["origin.predecessors"]))
    }
    if let form = charter.form {
      sentences.append(
        sentence(
          words.term("governance-form", form.kind.rawValue), form.ground, tells: ["form"], about: "form"))
    }
    sentences += charter.responsibilities.map {
      sentence(
        words[
          "explain.responsible",
          ["body": name(ofBody: $0.body), "function": words.term("function", $0.function)]], $0.ground,
        tells: ["", ".body"].map { [path = "responsibilities.\($0.function)"] in path + $0 })
    }
    return sentences
  }

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
          outline[path]?.ground ?? Ground(),
          tells: ["name", "counted-in", "shown-apart"].map { "\(path).\($0)" }, about: path))
    }
    if !charter.categories.isEmpty {
      sentences.append(
        sentence(
          words["explain.categories", ["list": words.list(charter.categories.map { said($0.name) })]],
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

  var work: [Sentence] {
    var sentences: [Sentence] = []
    if !charter.areas.isEmpty {
      sentences.append(
        sentence(
          words[
            "explain.areas",
            ["count": String(charter.areas.count), "list": words.list(charter.areas.map { said($0.name) })]],
          tells: charter.areas.map { "areas.\($0.id).name" }))
    }
    for area in charter.areas {
      guard let end = area.plannedEnd else { continue }
      sentences.append(
        sentence(
          words["explain.areaEnd", ["name": said(area.name), "text": words.term("planned-end", end)]],
          outline["areas.\(area.id).planned-end"]?.ground ?? area.ground,
          tells: ["areas.\(area.id).planned-end"]))
    }
    if !charter.topics.isEmpty {
      sentences.append(
        sentence(
          words["explain.topics", ["list": words.list(charter.topics.map { said($0.name) })]],
          tells: charter.topics.map { "cross-cutting-topics.\($0.id).name" }))
    }
    sentences += rollUps + levels + solutions
    sentences += charter.streams.map {
      sentence(
        words["explain.stream", ["name": said($0.name)]], $0.ground, tells: ["streams.\($0.id).name"],
        about: "streams.\($0.id)")
    }
    return sentences
  }

  var linkage: [Sentence] {
    var sentences: [Sentence] = []
    if let option = charter.options.first(where: { $0.id == charter.linkage.option }) {
      sentences.append(
        sentence(
          words["explain.follows", ["number": String(option.number), "name": said(option.name)]],
          charter.linkage.ground, tells: ["linkage.follows", "linkage.follows.option"]))
    } else {
      sentences.append(sentence(words["explain.ownTerms"], charter.linkage.ground))
    }
    // Parts with the same addressee by the same rule are told together.
    let parts =
      charter.areas.map { ($0.id, charter.addressee(area: $0.id)) }
      + charter.streams.map { ($0.id, charter.addressee(stream: $0.id)) }
    var told: [(Addressee, [String])] = []
    for (part, addressee) in parts {
      if let index = told.firstIndex(where: { $0.0 == addressee }) {
        told[index].1.append(part)
      } else {
        told.append((addressee, [part]))
      }
    }
    sentences += told.map { addressee, parts in
      let list = words.list(parts.map(name(ofPart:)))
      return sentence(
        addressee.bodies.isEmpty
          ? words["explain.noAddressee", ["list": list]]
          : words["explain.addressee", ["list": list, "body": names(ofBodies: addressee.bodies)]],
        addressee.ground)
    }
    return sentences
  }

  var reporting: [Sentence] {
    charter.reporting.map { line in
      let to = line.to == "linkage" ? words["explain.linkedBody"] : name(ofBody: line.to)
      let what = words.list(line.what.map { words.term("section", $0) })
      return sentence(
        words[
          "explain.line",
          [
            "from": name(ofBody: line.from), "to": to,
            "what": what.isEmpty ? words["figure.notStated"] : what,
          ]], line.ground, tells: ["from", "to", "what"].map { "reporting.\(line.id).\($0)" },
        about: "reporting.\(line.id)")
    }
  }

  var decisions: [Sentence] {
    charter.decides.map { decision in
      let values = [
        "subject": words.term("decision-subject", decision.subject),
        "body": names(ofBodies: decision.bodies),
        "rule": decision.rule.map { words.term("decision-rule", $0) } ?? "",
      ]
      return sentence(
        decision.rule == nil || decision.rule == "none"
          ? words["explain.decides", values] : words["explain.decides.rule", values], decision.ground,
        tells: (decision.rule == nil || decision.rule == "none" ? ["bodies"] : ["bodies", "rule"]).map {
          "decisions.who-decides.\(decision.subject).\($0)"
        }, about: "decisions.who-decides.\(decision.subject)")
    }
  }

  var money: [Sentence] {
    charter.windows.map { window in
      let natures = window.pays.map { id in
        charter.natures.first { $0.id == id }.map { said($0.name) } ?? id
      }
      let values = ["name": said(window.name), "list": words.list(natures)]
      return sentence(
        natures.isEmpty
          ? (window.exists
            ? words["explain.window.open", values] : words["explain.window.proposed", values])
          : (window.exists
            ? words["explain.window.pays", values] : words["explain.window.wouldPay", values]),
        window.ground, tells: ["name", "exists", "pays"].map { "finance.windows.\(window.id).\($0)" },
        about: "finance.windows.\(window.id)")
    }
  }

  var options: [Sentence] {
    charter.options.map {
      sentence(
        words["explain.option", ["number": String($0.number), "name": said($0.name)]], $0.ground,
        tells: ["options.\($0.id).number", "options.\($0.id).name"], about: "options.\($0.id)")
    }
  }
}
