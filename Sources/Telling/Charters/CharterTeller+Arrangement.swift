internal import Charters
internal import Kernel

/// How a partnership is tied, who reports to whom, who decides and who pays; and what it could be instead.
extension Teller {
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
          ]], together("reporting.\(line.id)", [line.ground] + grounds(of: "reporting.\(line.id).what")),
        tells: ["from", "to", "what"].map { "reporting.\(line.id).\($0)" },
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
      // A rule that rests on something else than the body is told below it, with its own mark.
      let tellsRule =
        decision.rule != nil && decision.rule != "none" && decision.ruleGround.basis == decision.ground.basis
      return sentence(
        tellsRule ? words["explain.decides.rule", values] : words["explain.decides", values], decision.ground,
        tells: (tellsRule ? ["bodies", "rule"] : ["bodies"]).map {
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
        together(
          "finance.windows.\(window.id)", [window.ground] + grounds(of: "finance.windows.\(window.id).pays")),
        tells: ["name", "exists", "pays"].map { "finance.windows.\(window.id).\($0)" },
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
