internal import Kernel

/// Rows about who steers, by what rule, in which rhythm, with what money and on what things.
extension ComparedCells {
  /// The bodies that meet to steer; who only mandates, where there is none.
  var steering: [ComparedFact] {
    let members = (root["bodies"]?.members ?? [])
    var facts: [ComparedFact] = []
    for kind in ["assembly", "steering", "advisory", "planning", "working-group", "mandating"] {
      // Who only mandates steers where nobody else does.
      if kind == "mandating", !facts.isEmpty { continue }
      for (id, body) in members where body["kind"]?.word == kind {
        facts += fact(body, [.name(name(body, id))], head: .word(kind, of: "role"))
      }
    }
    return facts
  }

  var decision: [ComparedFact] {
    (self["decisions.rules"]?.members ?? []).flatMap { id, rule in
      // A rule that is only drafted, or one reading of two, says so.
      let isDraft = rule["status"]?.word == "draft"
      let isAlternative = rule["reading"]?.word == "alternative"
      return fact(
        rule,
        [.word(id, of: "decision-rule")] + (isDraft ? [.word("draft", of: "compared")] : [])
          + (isAlternative ? [.word("alternative", of: "compared")] : []))
    }
  }

  var period: [ComparedFact] {
    var facts: [ComparedFact] = []
    for cycle in root["cycles"]?.elements ?? [] {
      let since = cycle["from"]?.when
      let head: ComparedFact.Value? =
        since.map { .date($0) } ?? cycle["id"]?.word.map { .word($0, of: "cycle") }
      if let years = cycle["years"]?.text.flatMap({ Int($0) }) {
        facts += fact(cycle, [.years(years)], head: head)
      } else if let body = cycle["each-meeting-of"]?.word {
        facts += fact(cycle, [actor(body)], head: .word("each-meeting", of: "compared"))
      } else if let since {
        facts += fact(cycle, [.period(Period(since: since, until: cycle["to"]?.when))])
      }
    }
    for (id, body) in root["bodies"]?.members ?? [] {
      guard let every = body["meets"]?["every"] ?? body["meets"]?["at-least-every"],
        let length = every.text.flatMap(span)
      else { continue }
      facts += fact(every, [length], head: .name(name(body, id)))
    }
    return facts
  }

  /// “24 months”, “3 years”, “about 18 months”; how exact it is stands with the fact.
  private func span(_ text: String) -> ComparedFact.Value? {
    let words = text.split(separator: " ")
    guard words.count >= 2, let number = Int(words[words.count - 2]) else { return nil }
    return words.last?.hasPrefix("year") == true ? .years(number) : .months(number)
  }

  /// The windows that there are and that pay for the partnership itself.
  var finance: [ComparedFact] {
    let shares = self["finance.shares.of"]?.elements ?? []
    return (self["finance.windows"]?.members ?? []).flatMap { id, window -> [ComparedFact] in
      guard window["exists"]?.flag == true, window["outside"]?.flag != true else { return [] }
      let percent = shares.first { $0["window"]?.word == id }?["percent"]?.text
      let share: [ComparedFact.Value] = percent.map { [.code("\($0)\u{A0}%")] } ?? []
      return fact(window, [.name(name(window, id))] + share)
    }
  }

  var documents: [ComparedFact] {
    together(root["governing-documents"], ladder)
  }

  private var ladder: [(name: String, entry: Entry)] {
    (root["governing-documents"]?.members ?? []).filter { $0.entry.node.block != nil }
  }

  /// What the work is about: what is tracked, certified, traded or adopted part by part; else the lowest documents.
  var keyObject: [ComparedFact] {
    let tracked = self["tracking.object"]
    let chain = self["certification.chain"]
    var facts = fact(tracked, words(tracked, of: "object"))
    facts += fact(chain, (chain?.words ?? []).suffix(2).map { .word($0, of: "object") })
    facts += fact(self["trade.record"], [.word("shipment", of: "object")])
    facts += fact(self["trade.etis"], [.word("seizure", of: "object")])
    facts += fact(self["alternatives"], [.word("alternative", of: "object")])
    facts += fact(self["deliverables.part-states"], [.word("document-part", of: "object")])
    if facts.isEmpty {
      let above = ladder.filter { $0.entry["over"]?.words.isEmpty ?? true }
      facts += together(root["governing-documents"], above)
    }
    return facts
  }

  var lifecycle: [ComparedFact] {
    let life = root["lifecycle"]
    func dated(_ key: String) -> [ComparedFact] {
      fact(life?[key], (life?[key]?.when).map { [.date($0)] } ?? [], head: .word(key, of: "compared"))
    }
    var facts = fact(life?["phase"], words(life?["phase"], of: "state")) + dated("since") + dated("sunset")
    if let changed = life?["changed"], let when = changed.when {
      let states = [changed["from"]?.word, changed["to"]?.word].compactMap { $0 }
      facts += fact(
        changed, [.date(when)] + states.map { .word($0, of: "object") },
        head: .word("changed", of: "compared"))
    }
    for (id, area) in root["areas"]?.members ?? [] {
      if area["state"]?.word == "closed" {
        facts += fact(area["state"], [.word("closed", of: "state")], head: .name(name(area, id)))
      } else if let end = area["planned-end"], let word = end.word {
        let value = end.when.map(ComparedFact.Value.date) ?? .word(word, of: "planned-end")
        facts += fact(end, [value], head: .name(name(area, id)))
      }
    }
    return facts
  }

  var lessons: [ComparedFact] {
    (root["lessons"]?.elements ?? []).flatMap { lesson in
      fact(lesson, lesson.translated(charter.original).map { [.name($0)] } ?? [])
    }
  }
}
