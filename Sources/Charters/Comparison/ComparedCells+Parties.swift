internal import Kernel

/// Rows about the tie to a treaty and about who takes part.
extension ComparedCells {
  var treatyLink: [ComparedFact] {
    let terms = self[termsPath]
    var facts = fact(terms?["modality"], words(terms?["modality"], of: "modality"))
    facts += fact(terms?["to"], (terms?["to"]?.words ?? []).map(actor), head: .word("to", of: "compared"))
    for key in ["arises-from", "parallel-to"] {
      let entry = terms?[key]
      let named = entry?["treaty"]?.words ?? entry?.words ?? []
      facts += fact(entry, named.map(actor), head: .word(key, of: "compared"))
    }
    for (id, part) in self[partsPath]?.members ?? [] {
      guard let modality = part["modality"], modality.text != terms?["modality"]?.text else { continue }
      facts += fact(modality, words(modality, of: "modality"), head: self.part(id))
    }
    for (id, mandate) in root["function-mandates"]?.members ?? [] {
      let function = mandate["function"]?.translated(charter.original) ?? Translated(charter.original, id)
      facts += fact(mandate, [.name(function)], head: .word("mandate", of: "compared"))
    }
    return facts
  }

  var timeRelation: [ComparedFact] {
    let origin = root["origin"]
    var facts = fact(
      origin?["relation-to-treaty"], words(origin?["relation-to-treaty"], of: "time-relation"))
    if facts.isEmpty, origin?["older-than-treaty"]?.flag == true {
      facts += fact(origin?["older-than-treaty"], [.word("before", of: "time-relation")])
    }
    if facts.isEmpty, origin?["relation-to-treaty"]?.text == "none" {
      facts += fact(origin?["relation-to-treaty"], [.word("none", of: "time-relation")])
    }
    return facts
      + fact(
        origin?["created"], (origin?["created"]?.when).map { [.date($0)] } ?? [],
        head: .word("created", of: "compared"))
  }

  var reportsTo: [ComparedFact] {
    let usual = self[termsPath]?["reports-to"]
    var facts = fact(usual, (usual?.words ?? []).map(actor))
    for (id, part) in self[partsPath]?.members ?? [] {
      guard let own = part["reports-to"], own.words != usual?.words else { continue }
      facts += fact(own, own.words.map(actor), head: self.part(id))
    }
    return facts
  }

  var host: [ComparedFact] {
    let host = self[termsPath]?["host"]
    return fact(host, (host?.words ?? []).map(actor))
  }

  var membership: [ComparedFact] {
    let categories = self["membership.categories"]
    let admission = self["membership.admission.default"] ?? self["membership.admission"]
    let document = admission?["document"]
    return together(categories, categories?.members ?? [])
      + fact(
        self["membership.chambers"],
        (self["membership.chambers"]?.members ?? []).map { .word($0.name, of: "chamber") },
        head: .word("chambers", of: "compared"))
      + fact(document, words(document, of: "entry-document"), head: .word("enters-by", of: "compared"))
      + fact(
        admission?["by"], (admission?["by"]?.words ?? []).map(actor),
        head: .word("admitted-by", of: "compared"))
  }

  var privateSector: [ComparedFact] {
    let categories = self["membership.categories"]?.members ?? []
    var facts: [ComparedFact] = []
    for (id, category) in categories where category["sector"]?.word == "private" {
      var values: [ComparedFact.Value] = [.name(name(category, id))]
      if ["0", "none"].contains(category["votes"]?.text) { values.append(.word("no-vote", of: "compared")) }
      facts += fact(category, values)
    }
    if let chamber = self["membership.chambers.economic"] {
      facts += fact(
        chamber, [.name(name(chamber, "economic"))] + (chamber["weight"]?.text.map { [.code($0)] } ?? []),
        head: .word("chamber", of: "compared"))
    }
    // Where no company can be a partner, an exclusion may say why.
    return facts.isEmpty ? excluded(head: .word("excluded", of: "compared")) : facts
  }

  var exclusions: [ComparedFact] {
    var facts = excluded()
    let standing = self["membership.good-standing.rule"]
    facts += fact(standing, standing?.translated(charter.original).map { [.name($0)] } ?? [])
    for (_, rule) in self["membership.admission"]?.members ?? [] where rule["observer-first"]?.flag == true {
      facts += fact(rule["observer-first"], [.word("observer-first", of: "excluded")])
    }
    return facts
  }

  private func excluded(head: ComparedFact.Value? = nil) -> [ComparedFact] {
    (self["membership.excludes"]?.members ?? []).flatMap { id, excluded in
      fact(
        excluded,
        [.name(name(excluded, id))] + (excluded["extends-to"]?.words ?? []).map { .word($0, of: "excluded") },
        head: head)
    }
  }

  func words(_ entry: Entry?, of family: String) -> [ComparedFact.Value] {
    if let text = entry?.text, family == "modality" { return [.word(text, of: family)] }
    return (entry?.words ?? []).map { .word($0, of: family) }
  }
}
