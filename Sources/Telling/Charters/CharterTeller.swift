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

  /// What several things of one block rest on: all their sources, as sure as the least sure of them.
  func together(_ block: String, _ grounds: [Ground]) -> Ground {
    let basis = [Ground.Basis.assumed, .implied].first { basis in grounds.contains { $0.basis == basis } }
    return Ground(
      source: grounds.flatMap(\.source).uniqued, basis: basis ?? .stated,
      line: outline[block]?.ground.line ?? 0)
  }

  /// What one place of the charter rests on; nothing where it does not stand in the file.
  func grounds(of path: String) -> [Ground] { outline[path].map { [$0.ground] } ?? [] }

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

  func name(ofBody id: String) -> String {
    charter.body(id).map { said($0.name) } ?? (id == charter.id ? said(charter.name) : values.word(id))
  }
  func names(ofBodies ids: [String]) -> String { words.list(ids.map { name(ofBody: $0) }) }
  func name(ofPart id: String) -> String {
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

  var work: [Sentence] {
    var sentences: [Sentence] = []
    if !charter.areas.isEmpty {
      sentences.append(
        sentence(
          words.count(
            "explain.areas", charter.areas.count,
            ["list": words.list(charter.areas.map { said($0.name) })]),
          together("areas", charter.areas.map(\.ground)),
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
          together("cross-cutting-topics", charter.topics.map(\.ground)),
          tells: charter.topics.map { "cross-cutting-topics.\($0.id).name" }))
    }
    sentences += rollUps + levels + solutions + outputsOfWork
    sentences += charter.streams.map {
      sentence(
        words["explain.stream", ["name": said($0.name)]], $0.ground, tells: ["streams.\($0.id).name"],
        about: "streams.\($0.id)")
    }
    return sentences
  }
}
