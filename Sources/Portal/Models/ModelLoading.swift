internal import Charters
internal import Kernel
internal import Registry
internal import Telling
internal import Web

extension Loading {
  /// The models side by side, in the editions of the day shown.
  func models() -> ModelsPage {
    let compared = Models.sideBySide(on: day)
    return ModelsPage(
      comparison: CharterComparison(compared, in: language),
      names: compared.map { Linked(said($0.charter.name), .model($0.charter.id)) })
  }

  /// One model; nil where there is none of that name.
  func model(_ id: String) throws -> ModelPage? {
    guard let model = try ModelSummary(id, on: day, in: language) else { return nil }
    let charter = model.compared.charter
    return ModelPage(
      id: id, name: said(charter.name), edition: charter.edition, goal: said(charter.goal),
      sections: model.explanation.sections,
      numbers: model.numbers.map { number in
        ModelPage.Number(
          text: said(number.text), value: value(of: number), sources: number.provenance.source,
          doubt: doubt(number.provenance))
      },
      sources: model.cited.map { id in
        let source = model.sources[id]
        return ModelPage.Source(
          id: id, title: source?.title, publisher: source?.publisher, address: source?.address)
      })
  }

  /// The number as its source gives it, with its unit; words of the source stay words.
  private func value(of number: StatedNumber) -> String {
    let value =
      if let written = Double(number.value) {
        number.form == "year" || number.unit == "year" ? number.value : words.number(written)
      } else if let low = number.low.flatMap(Double.init), let high = number.high.flatMap(Double.init) {
        "\(words.number(low))\u{2013}\(words.number(high))"
      } else {
        number.value
      }
    guard let unit = number.unit, unit != "year" else { return value }
    return "\(value)\u{A0}\(words.unit(unit, for: Double(number.value) ?? 2))"
  }

  private func doubt(_ provenance: Provenance) -> [String] {
    var words: [String] = []
    if provenance.qualifier != .exact {
      words.append(self.words.term("qualifier", provenance.qualifier.rawValue))
    }
    if provenance.verification.needsMark, provenance.verification.rawValue != provenance.qualifier.rawValue {
      words.append(self.words.term("verification", provenance.verification.rawValue))
    }
    return words
  }
}
