internal import Charters
internal import Kernel

/// Finds the sentences of a `CharterExplanation`, block by block in the charter's order.
struct Teller {
  public typealias Sentence = CharterExplanation.Sentence
  public typealias Section = CharterExplanation.Section

  public let charter: Charter
  public let language: Language

  public var words: Words { Words.of(language) }
  public var title: String { "\(said(charter.name)) (\(charter.label))" }

  public func said(_ text: Translated) -> String { text.text(in: language).text }
  public func sentence(_ text: String, _ ground: Ground = Ground()) -> Sentence {
    Sentence(text: text, source: ground.source, basis: ground.basis, line: ground.line)
  }
  private func name(ofBody id: String) -> String {
    charter.body(id).map { said($0.name) }
      ?? (id == charter.id ? said(charter.name) : words.term("subject", id))
  }
  private func names(ofBodies ids: [String]) -> String { words.list(ids.map { name(ofBody: $0) }) }
  private func name(ofPart id: String) -> String {
    let parts = charter.areas + charter.topics
    return parts.first { $0.id == id }.map { said($0.name) }
      ?? charter.streams.first { $0.id == id }.map { said($0.name) } ?? id
  }

  var whatItIs: Section {
    var sentences: [Sentence] = []
    if let since = charter.period.since {
      sentences.append(
        sentence(
          words["explain.inForce", ["edition": charter.edition, "date": words.dateInSentence(since)]]))
    }
    sentences.append(sentence(words["explain.goal", ["goal": said(charter.goal)]], charter.goalGround))
    sentences += charter.origin.beginnings.map {
      sentence(
        words[
          "explain.beginning",
          ["meaning": $0.meaning.map(said) ?? words["explain.begun"], "date": words.date($0.date)]], $0.ground
      )
    }
    if let before = charter.origin.predecessors {
      sentences.append(
        sentence(words["explain.before", ["what": said(before)]], charter.origin.predecessorsGround))
    }
    if let form = charter.form {
      sentences.append(sentence(words.term("governance-form", form.kind.rawValue), form.ground))
    }
    sentences += charter.responsibilities.map {
      sentence(
        words[
          "explain.responsible",
          ["body": name(ofBody: $0.body), "function": words.term("function", $0.function)]], $0.ground)
    }
    return Section(heading: words["explain.heading.what"], sentences: sentences)
  }

  public var shares: Section {
    Section(
      heading: words["explain.heading.shares"],
      sentences: charter.shares.map {
        sentence(
          words["explain.pair", ["name": words.term("share", $0.id), "text": said($0.name)]], $0.ground)
      })
  }

  var whoTakesPart: Section {
    var sentences: [Sentence] = []
    if !charter.mainSectors.isEmpty {
      sentences.append(
        sentence(words["explain.sectors", ["list": words.list(charter.mainSectors.map { said($0.name) })]]))
    }
    for sector in charter.movableSectors {
      let main =
        charter.mainSectors.first { $0.id == sector.countedIn }.map { said($0.name) } ?? sector.countedIn
      let values = ["name": said(sector.name), "sector": main]
      sentences.append(
        sentence(
          sector.isShownApart ? words["explain.movable.apart", values] : words["explain.movable", values]))
    }
    if !charter.categories.isEmpty {
      sentences.append(
        sentence(words["explain.categories", ["list": words.list(charter.categories.map { said($0.name) })]]))
    }
    if !charter.mustState.isEmpty {
      let list = words.list(charter.mustState.map { words.term("statement", $0) })
      sentences.append(sentence(words["explain.admission", ["list": list]], charter.admissionGround))
    }
    if !charter.admittedBy.isEmpty {
      sentences.append(sentence(words["explain.admits", ["body": names(ofBodies: charter.admittedBy)]]))
    }
    if charter.leavesAlways { sentences.append(sentence(words["explain.leaving"], charter.leavingGround)) }
    return Section(heading: words["explain.heading.members"], sentences: sentences)
  }

  public var bodies: Section {
    Section(
      heading: words["explain.heading.bodies"],
      sentences: charter.bodies.map { body in
        let values = [
          "name": said(body.name), "role": words.term("role", body.kind),
          "parent": body.partOf.map(name(ofBody:)) ?? "",
        ]
        return sentence(
          body.partOf == nil ? words["explain.body", values] : words["explain.body.part", values], body.ground
        )
      })
  }

  public var work: Section {
    var sentences: [Sentence] = []
    if !charter.areas.isEmpty {
      sentences.append(
        sentence(
          words[
            "explain.areas",
            ["count": String(charter.areas.count), "list": words.list(charter.areas.map { said($0.name) })]]))
    }
    for area in charter.areas {
      guard let end = area.plannedEnd else { continue }
      sentences.append(
        sentence(
          words["explain.areaEnd", ["name": said(area.name), "text": words.term("planned-end", end)]],
          area.ground))
    }
    if !charter.topics.isEmpty {
      sentences.append(
        sentence(words["explain.topics", ["list": words.list(charter.topics.map { said($0.name) })]]))
    }
    sentences += rollUps + levels + solutions
    sentences += charter.streams.map { sentence(words["explain.stream", ["name": said($0.name)]], $0.ground) }
    return Section(heading: words["explain.heading.work"], sentences: sentences)
  }

  public var linkage: Section {
    var sentences: [Sentence] = []
    if let option = charter.options.first(where: { $0.id == charter.linkage.option }) {
      sentences.append(
        sentence(
          words["explain.follows", ["number": String(option.number), "name": said(option.name)]],
          charter.linkage.ground))
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
    return Section(heading: words["explain.heading.linkage"], sentences: sentences)
  }

  public var reporting: Section {
    Section(
      heading: words["explain.heading.reporting"],
      sentences: charter.reporting.map { line in
        let to = line.to == "linkage" ? words["explain.linkedBody"] : name(ofBody: line.to)
        let what = words.list(line.what.map { words.term("section", $0) })
        return sentence(
          words[
            "explain.line",
            [
              "from": name(ofBody: line.from), "to": to,
              "what": what.isEmpty ? words["figure.notStated"] : what,
            ]], line.ground)
      })
  }

  public var decisions: Section {
    Section(
      heading: words["explain.heading.decisions"],
      sentences: charter.decides.map { decision in
        let values = [
          "subject": words.term("decision-subject", decision.subject),
          "body": names(ofBodies: decision.bodies),
          "rule": decision.rule.map { words.term("decision-rule", $0) } ?? "",
        ]
        return sentence(
          decision.rule == nil || decision.rule == "none"
            ? words["explain.decides", values] : words["explain.decides.rule", values], decision.ground)
      })
  }

  public var money: Section {
    Section(
      heading: words["explain.heading.money"],
      sentences: charter.windows.map { window in
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
          window.ground)
      })
  }

  public var options: Section {
    Section(
      heading: words["explain.heading.options"],
      sentences: charter.options.map {
        sentence(
          words["explain.option", ["number": String($0.number), "name": said($0.name)]], $0.ground)
      })
  }
}
