internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// What can be put in numbers: pace, load and money, each as a chart with its table.
extension OptionsPage {
  func measured(_ page: Page) -> HTML {
    let words = page.words
    let pace = page.paceChart(
      ChartFrame(
        id: "pace", caption: words["options.pace.caption"], reading: words["options.pace.reading"],
        description: self.pace.described(words)), self.pace)
    let load = page.barChart(
      ChartFrame(
        id: "load", caption: words["options.load.caption"], reading: words["options.load.reading"],
        description: self.load.bars.map { "\($0.name): \($0.text)" }.joined(separator: ". ")), self.load)
    return page.section(
      words["options.measured"], hint: words["options.measured.hint"], id: "measured", wide: true,
      "\(pace)\(load)\(gapChart(page))")
  }

  private func gapChart(_ page: Page) -> HTML {
    let words = page.words
    guard !gaps.isEmpty else { return page.empty(words["options.gap.none"]) }
    let texts = gaps.map { "\(words.number($0.gap)) \($0.currency)" }
    let frame = ChartFrame(
      id: "gap", caption: words["options.gap.caption"], reading: words["options.gap.reading"],
      description: zip(gaps, texts).map { "\($0.0.name): \($0.1)" }.joined(separator: ". "))
    let chart = BarChart(
      bars: zip(gaps, texts).map { gap, text in
        BarChart.Bar(name: gap.name, value: gap.gap, text: text, target: gap.need, series: gap.option)
      },
      nameHeading: words["options.column"], valueHeading: words["options.gap"])
    let table = TableView(
      frame.caption,
      columns: [
        .init(words["options.column"]), .init(words["options.need"], isNumber: true),
        .init(words["options.mechanism"], isNumber: true), .init(words["options.others"], isNumber: true),
        .init(words["options.gap"], isNumber: true),
      ],
      rows: zip(gaps, texts).map { gap, text in
        [
          "\(gap.name)", "\(words.number(gap.need))", "\(words.number(gap.fromMechanism))",
          "\(words.number(gap.fromOthers))", "\(text)",
        ]
      })
    return page.barChart(frame, chart, table: table)
  }
}
