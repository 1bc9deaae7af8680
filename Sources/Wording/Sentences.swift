public import Kernel

extension Phrase {
  /// In every language that has the key. Without any, the key shows itself: better an odd word than a count that fails.
  public var translated: Translated {
    var texts: [Language: String] = [:]
    for language in Language.allCases { texts[language] = Phrasebook.text(of: self, in: language) }
    if texts[.en] == nil { texts[.en] = key }
    return Translated(.en, texts)
  }

  /// In a language or, where that lacks the words, in English. A key that is nowhere shows itself.
  public func sentence(in language: Language) -> String {
    Phrasebook.text(of: self, in: language) ?? Phrasebook.text(of: self, in: .en) ?? key
  }
}

extension Refusal {
  /// In English.
  public var sentence: String { sentence(in: .en) }

  public func sentence(in language: Language) -> String { phrase.sentence(in: language) }

  public func write(to json: inout JSONWriter, in language: Language = .en) {
    json.raw(#"{"code":"#)
    json.write(code)
    json.raw(#","detail":"#)
    json.write(sentence(in: language))
    json.raw(#","field":"#)
    field.write(to: &json)
    json.raw(#","file":"#)
    file.write(to: &json)
    json.raw(#","line":"#)
    line.write(to: &json)
    json.raw("}")
  }
}

extension Refusal: CustomStringConvertible {
  /// `Charters/gmp/2010.yaml:12: field: sentence`
  public var description: String { told(in: .en) }

  /// The place, the field and the sentence.
  public func told(in language: Language) -> String {
    var place = file ?? ""
    if let line { place += place.isEmpty ? "line \(line)" : ":\(line)" }
    return [place, field ?? "", sentence(in: language)].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
