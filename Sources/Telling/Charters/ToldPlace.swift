internal import Charters
internal import Kernel

/// A place on its way to sentences: a label, a value, and what is said about it.
struct ToldPlace {
  /// Nil for an element of a list that has no name.
  var label: String?
  /// Nil for a block.
  var value: String?
  var ground: Ground
  var isWaiting: Bool
  /// Whether the label is a fact: the name that the charter gives to a thing.
  var isTitle = false
  var details: [ToldPlace]

  /// What has to be the same for two facts to stand in one sentence.
  struct Rest: Hashable {
    let source: [String]
    let basis: Ground.Basis
    let line: Int
    let isWaiting: Bool
  }
  var rest: Rest {
    Rest(source: ground.source, basis: ground.basis, line: ground.line, isWaiting: isWaiting)
  }
}

/// Makes sentences of places. What its file says on one line, on the same sources, stands in one sentence; what a block
/// says on several lines stands under its name.
struct SentencesOfPlaces {
  let words: Words

  typealias Sentence = CharterExplanation.Sentence

  func sentences(_ places: [ToldPlace]) -> [Sentence] {
    condensed(places.map(phrase)).map(sentence)
  }

  /// A place as a phrase, with its details behind it where they fit into the sentence.
  private struct Spoken {
    /// “label: value”.
    var text: String
    /// What a heading is of, where it all fits into one sentence.
    var inner: String?
    var rest: ToldPlace.Rest
    /// A heading says nothing itself.
    var isHeading: Bool
    var details: [Spoken] = []
  }

  private func phrase(_ place: ToldPlace) -> Spoken {
    let isHeading = place.value == nil && !place.isTitle && !place.details.isEmpty
    var spoken = Spoken(text: "", rest: place.rest, isHeading: isHeading)
    switch (place.label, place.value) {
    case (let label?, let value?): spoken.text = words["explain.pair", ["name": label, "text": value]]
    case (let text?, nil), (nil, let text?): spoken.text = text
    case (nil, nil): break
    }
    let details = condensed(place.details.map(phrase))
    guard let only = details.first, details.count == 1 else {
      spoken.details = details
      return spoken
    }
    if spoken.text.isEmpty { return only }
    if spoken.isHeading {
      // A heading over one thing alone is told with it.
      if only.isHeading || only.inner != nil {
        spoken.text += words["explain.step"] + only.text
        spoken.inner = only.inner
        spoken.details = only.details
      } else if only.details.isEmpty {
        spoken.inner = only.text
      } else {
        spoken.details = details
        return spoken
      }
      spoken.rest = only.rest
      spoken.isHeading = only.isHeading
    } else if only.rest == spoken.rest, only.details.isEmpty {
      if place.isTitle, place.value == nil {
        spoken.inner = inside(only)
      } else {
        spoken.text = within(spoken.text, inside(only))
      }
    } else {
      spoken.details = details
    }
    return spoken
  }

  private func within(_ text: String, _ more: String) -> String {
    words["explain.aside", ["text": text, "more": more]]
  }

  /// As it stands inside another sentence.
  private func inside(_ spoken: Spoken) -> String {
    spoken.inner.map { within(spoken.text, $0) } ?? spoken.text
  }

  /// Facts that rest on the same are told together, in the order of the first of them.
  private func condensed(_ list: [Spoken]) -> [Spoken] {
    var told: [Spoken] = []
    var open: [ToldPlace.Rest: Int] = [:]
    for spoken in list {
      guard spoken.details.isEmpty, !spoken.isHeading else {
        told.append(spoken)
        continue
      }
      if let index = open[spoken.rest] {
        told[index].text = inside(told[index]) + words["explain.more"] + inside(spoken)
        told[index].inner = nil
      } else {
        open[spoken.rest] = told.count
        told.append(spoken)
      }
    }
    return told
  }

  private func sentence(_ spoken: Spoken) -> Sentence {
    let whole = spoken.inner.map { words["explain.group", ["name": spoken.text, "text": $0]] } ?? spoken.text
    let text = whole.prefix(1).uppercased() + whole.dropFirst()
    let isWhole = spoken.isHeading || [".", "!", "?", "\u{2026}"].contains(text.last)
    return Sentence(
      text: isWhole ? text : text + ".", source: spoken.isHeading ? [] : spoken.rest.source,
      basis: spoken.isHeading ? .stated : spoken.rest.basis, line: spoken.rest.line,
      isWaiting: spoken.rest.isWaiting && !spoken.isHeading, details: spoken.details.map(sentence),
      isHeading: spoken.isHeading)
  }
}
