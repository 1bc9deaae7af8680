internal import Charters
internal import Kernel

/// Tells what a charter says and no sentence of `Teller` has told: each place by its label and its value, in the section
/// that its key declares. What belongs to a thing that has a sentence already stands under that sentence.
struct OutlineTeller {
  typealias Section = CharterExplanation.Section
  typealias Sentence = CharterExplanation.Sentence

  let outline: CharterOutline
  let values: ValueTeller
  let words: Words
  /// Paths that are told.
  private let told: Set<String>
  /// Paths of the things that a sentence is about.
  private let heads: Set<String>

  init(_ outline: CharterOutline, besides sections: [CharterKey.Section: Section], _ words: Words) {
    self.outline = outline
    self.words = words
    values = ValueTeller(outline: outline, words: words)
    let sentences = sections.values.flatMap(\.sentences)
    told = Set(sentences.flatMap(\.tells))
    heads = Set(sentences.compactMap(\.about))
  }

  /// A section with everything that belongs to it.
  func completed(_ section: CharterKey.Section, _ begun: Section) -> Section {
    var apart: [String: [ToldPlace]] = [:]
    var places: [ToldPlace] = []
    let blocks = Dictionary(section.blocks.enumerated().map { ($1, $0) }) { first, _ in first }
    let mine = outline.places.filter { CharterKey.section(of: $0.path) == section }
    for place in mine.sorted(by: { blocks[$0.name, default: 0] < blocks[$1.name, default: 0] }) {
      guard let found = told(place, &apart) else { continue }
      places += place.name == section.subject && found.value == nil ? found.details : [found]
    }
    let maker = SentencesOfPlaces(words: words)
    var sentences = begun.sentences
    for index in sentences.indices {
      guard let about = sentences[index].about, let details = apart[about] else { continue }
      sentences[index].details = maker.sentences(details)
    }
    return Section(heading: begun.heading, sentences: sentences + maker.sentences(places))
  }

  /// - Parameter apart: takes what stands under a sentence that is there.
  /// - Returns: nil where nothing is left to tell.
  private func told(_ place: CharterPlace, _ apart: inout [String: [ToldPlace]]) -> ToldPlace? {
    let title = (place.isNamed || place.key == nil) && !place.isNumbered ? place.title : nil
    let silent = silent(place, title)
    var details: [ToldPlace] = []
    for member in place.members where !silent.contains(member.name) {
      guard var detail = told(member, &apart) else { continue }
      if member.isNumbered, place.members.count > 1, detail.value == nil {
        detail.label = words["explain.number", ["number": member.name]]
      }
      details.append(detail)
    }
    // How exact a block is, or what a sentence told; of a value that is told here it stands with the value.
    if place.ground.qualifier != .exact, place.value == nil || told.contains(place.path) {
      details.append(
        ToldPlace(
          label: values.label("qualifier", "qualifier"),
          value: words.term("qualifier", place.ground.qualifier.rawValue), ground: place.ground,
          isWaiting: place.isWaiting, details: []))
    }
    if heads.contains(place.path) {
      apart[place.path] = details
      return nil
    }
    var value = told.contains(place.path) || title?.path == place.path ? nil : values.value(place)
    var label: String? = place.isNumbered ? nil : values.name(place)
    var ground = place.ground
    var isTitle = false
    if let title {
      isTitle = !told.contains(title.path) && !told.contains(place.path)
      if isTitle, value == nil { ground = title.ground }
      if !isTitle, value == nil, details.isEmpty { return nil }
      if value == nil, details.isEmpty { value = label; label = nil }
    }
    if place.name == "also" { label = words["explain.also"] }
    guard value != nil || !details.isEmpty else { return nil }
    // A block around nothing but a body is told as that body.
    if value == nil, details.count == 1, let body = details[0].value, details[0].details.isEmpty,
      place.members.count == 1, ["body", "bodies"].contains(place.members[0].name)
    {
      value = body
      ground = details[0].ground
      details = []
    }
    return ToldPlace(
      label: label, value: value, ground: ground, isWaiting: place.isWaiting, isTitle: isTitle,
      details: details)
  }

  /// Members that are told with the place itself: what it is called, and the unit of its number.
  private func silent(_ place: CharterPlace, _ title: CharterPlace?) -> Set<String> {
    var silent: Set<String> = []
    if let title, title.path != place.path { silent.insert(title.name) }
    if place.pattern.hasSuffix(".[]"), !place.isNumbered {
      for name in ["id", "phase", "who"] where place[name]?.words == [place.name] {
        silent.insert(name)
        break
      }
    }
    if place["unit"] != nil, let word = place.words.first, Double(word) != nil { silent.insert("unit") }
    return silent
  }
}

extension CharterPlace {
  /// An element of a list that has no name but its number.
  var isNumbered: Bool { pattern.hasSuffix(".[]") && name.allSatisfy(\.isNumber) }
}
