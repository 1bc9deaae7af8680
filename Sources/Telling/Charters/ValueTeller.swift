internal import Charters
internal import Kernel
internal import Wording

/// What a charter says at a place, in words that follow from the key's declaration alone: a word of the language by its
/// term, a name by the thing it names, a date, a length of time, a number, a text in the best language.
struct ValueTeller {
  let outline: CharterOutline
  let words: Words

  /// Nil where the place holds nothing but a block.
  func value(_ place: CharterPlace) -> String? {
    switch place.value {
    case nil: return nil
    case .text(let text): return text.text(in: words.language).text
    case .words(let list): return qualified(list.map { word($0, at: place) }, place, words.list)
    case .anyOf(let list):
      return qualified(list.map { word($0, at: place) }, place) { all in
        guard let last = all.last, all.count > 1 else { return all.first ?? "" }
        return all.dropLast().joined(separator: words["list.comma"]) + words["explain.or"] + last
      }
    }
  }

  /// The name of a thing that the charter names itself; of a key, its label.
  func name(_ place: CharterPlace) -> String {
    let parts: [CharterKey.Referent] = place.pattern.hasSuffix("parts.*") ? [.area, .stream] : []
    if let title = place.title, place.isNamed || place.key == nil, let text = value(title) { return text }
    if place.isNamed {
      return term(place.name, at: place.pattern) ?? outline.thing(place.name, of: parts).map(title)
        ?? thing(place.name) ?? word(place.name)
    }
    if place.key == nil, let thing = thing(place.name) { return thing }
    return label(place.pattern, place.name)
  }

  /// What a key is called; the key itself, with spaces, where it has no label.
  func label(_ pattern: String, _ name: String) -> String {
    CharterKey.label(of: pattern, in: words.language) ?? word(name)
  }

  // MARK: Words

  func word(_ word: String, at place: CharterPlace) -> String {
    if place.name == "unit", let unit = unit(word) { return unit }
    // By this id the partnership is known to programs, and not by its name.
    if place.pattern == "charter" { return word }
    if ReservedWords.silences.contains(word), let said = term(word, at: place.pattern) { return said }
    switch place.key?.shape {
    case .flag: return flag(word) ?? self.word(word)
    case .number: return number(word, place) ?? self.word(word)
    case .words(let allowed):
      if let term = term(word, at: place.pattern) { return term }
      if let thing = outline.thing(word, of: allowed.referents) { return title(thing) }
    case .date, .span, .text, .block, .named, .list: break
    case .own, nil:
      if let term = term(word, at: place.pattern) { return term }
      if let number = number(word, place), place["unit"] != nil { return number }
      if let thing = outline.thing(word, of: [.body, .treaty, .charter]) { return title(thing) }
      if let said = text("charter-word.\(word)") { return said }
      if let thing = thing(word) { return thing }
      if place.key == nil, let flag = flag(word) { return flag }
    }
    return self.word(word)
  }

  /// The word of a family that goes with the place, or one for this place alone.
  private func term(_ word: String, at pattern: String) -> String? {
    for end in CharterKey.ends(of: pattern) {
      if let said = text("charter-word.\(end).\(word)") { return said }
    }
    guard let family = CharterKey.vocabulary(of: pattern) else { return nil }
    return text("\(family).\(word)").map { family == "language" ? $0 : inSentence($0) }
  }

  /// Words that the charter chose itself name one of its things where they can.
  private func thing(_ word: String) -> String? {
    outline.thing(word, of: [.body, .treaty, .area, .charter, .category, .chamber, .window, .agreement])
      .map(title)
  }

  /// The name of a thing that others name; of the partnership, its own.
  private func title(_ thing: CharterPlace) -> String {
    (thing.path == "name" ? value(thing) : nil) ?? name(thing)
  }

  /// A word that no key says more of.
  func word(_ word: String) -> String {
    if let said = text("charter-word.\(word)") { return said }
    if let said = text("actor.\(word)") { return said }
    if let date = date(word) { return date }
    if let span = span(word) { return span }
    if let share = share(word) { return share }
    // Codes keep their dashes: GC-25/5, 2019-05.
    let isPlain = word.utf8.allSatisfy { $0 == 0x2D || 0x61...0x7A ~= $0 }
    return isPlain ? word.replacing("-", with: " ") : word
  }

  func text(_ key: String) -> String? {
    if case .text(let text)? = words.entries[key] { text } else { nil }
  }

  /// A term that stands by itself on a page begins with a capital; in a sentence it does not, unless it is a name.
  private func inSentence(_ term: String) -> String {
    let isName = term.dropFirst().contains(where: \.isUppercase) || term.hasPrefix("Part")
    return isName ? term : term.prefix(1).lowercased() + term.dropFirst()
  }

  // MARK: How sure

  private func qualified(_ list: [String], _ place: CharterPlace, _ join: ([String]) -> String) -> String {
    let said = list.isEmpty ? term("none", at: place.pattern) ?? word("none") : join(list)
    // Of what is not known nobody can say how exact it is.
    let isSilent = list.count == 1 && ReservedWords.silences.isSuperset(of: place.words)
    let qualifier = isSilent ? .exact : place.ground.qualifier
    let text: String
    switch (qualifier, place.key?.shape) {
    case (.exact, _): text = said
    case (.atLeast, .date): text = bounded(said, isBelow: true, place)
    case (.atMost, .date): text = bounded(said, isBelow: false, place)
    case (.about, _), (.atLeast, _), (.atMost, _), (.moreThan, _), (.lessThan, _):
      text = "\(words.term("qualifier", qualifier.rawValue)) \(said)"
    case (.estimated, _), (.inferred, _), (.unverified, _):
      text = "\(said) (\(words.term("qualifier", qualifier.rawValue)))"
    }
    guard let meaning = place.meaning else { return text }
    return "\(text) (\(meaning.text(in: words.language).text))"
  }

  private func bounded(_ date: String, isBelow: Bool, _ place: CharterPlace) -> String {
    let isDay = place.words.first.flatMap { try? When(text: $0) }?.precision == .day
    let values = ["date": date]
    if isBelow { return isDay ? words["explain.notBefore.day", values] : words["explain.notBefore", values] }
    return isDay ? words["explain.notAfter.day", values] : words["explain.notAfter", values]
  }
}
