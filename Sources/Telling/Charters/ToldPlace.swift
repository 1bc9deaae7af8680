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

  /// A place as a phrase: “label: value”, with its details behind it where they fit into the sentence.
  private struct Spoken {
    var text: String
    var rest: ToldPlace.Rest
    /// A heading says nothing itself.
    var isHeading: Bool
    var details: [Spoken] = []
  }

  private func phrase(_ place: ToldPlace) -> Spoken {
    var spoken = Spoken(text: "", rest: place.rest, isHeading: place.value == nil && !place.details.isEmpty)
    switch (place.label, place.value) {
    case (let label?, let value?): spoken.text = words["explain.pair", ["name": label, "text": value]]
    case (let text?, nil), (nil, let text?): spoken.text = text
    case (nil, nil): break
    }
    let details = condensed(place.details.map(phrase))
    guard let only = details.first, details.count == 1, only.details.isEmpty || spoken.text.isEmpty else {
      spoken.details = details
      return spoken
    }
    if spoken.text.isEmpty { return only }
    if spoken.isHeading {
      spoken.text = words["explain.group", ["name": spoken.text, "text": only.text]]
      spoken.rest = only.rest
      spoken.isHeading = false
    } else if only.rest == spoken.rest {
      spoken.text = words["explain.aside", ["text": spoken.text, "more": only.text]]
    } else {
      spoken.details = details
    }
    return spoken
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
        told[index].text += words["explain.more"] + spoken.text
      } else {
        open[spoken.rest] = told.count
        told.append(spoken)
      }
    }
    return told
  }

  private func sentence(_ spoken: Spoken) -> Sentence {
    let text = spoken.text.prefix(1).uppercased() + spoken.text.dropFirst()
    let isWhole = spoken.isHeading || [".", "!", "?", "\u{2026}"].contains(text.last)
    return Sentence(
      text: isWhole ? text : text + ".", source: spoken.isHeading ? [] : spoken.rest.source,
      basis: spoken.isHeading ? .stated : spoken.rest.basis, line: spoken.rest.line,
      isWaiting: spoken.rest.isWaiting && !spoken.isHeading, details: spoken.details.map(sentence),
      isHeading: spoken.isHeading)
  }
}
