internal import Charters
internal import Kernel

/// Which numbers of projects are carried up to the programme.
extension Teller {
  public var rollUps: [Sentence] {
    charter.areas.compactMap { area in
      area.rollUp.map { rollUp in
        let indicators = rollUp.indicators.map { id in charter.indicator(id).map { said($0.name) } ?? id }
        return sentence(
          words["explain.rollUp", ["area": said(area.name), "indicators": words.list(indicators)]],
          rollUp.ground,
          tells: ["to", "indicators"].map { "areas.\(area.id).roll-up.\($0)" })
      }
    }
  }
}
