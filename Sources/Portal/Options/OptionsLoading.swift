internal import Charters
internal import Kernel
internal import Telling
internal import Web

extension Loading {
  /// The page of a comparison: the same cells as the command line prints.
  func options(_ study: OptionStudy, withNarrative: Bool = false) -> OptionsPage {
    let teller = study.teller(in: language)
    let options = study.comparison.options
    let sentences = withNarrative ? study.narrative : []
    return OptionsPage(
      heads: options.map(head),
      rows: OptionTable.questions.map { question in
        OptionsPage.Row(
          question: words.term("question", question.rawValue),
          answers: options.map { option in
            let groups = option.answers(to: question)
            return groups.map { group in
              answer(
                group.cell, groups.count > 1 ? teller.parts(group.parts, of: option.realParts.count) : nil,
                teller)
            }
          })
      }
        + OptionTable.ofTheWhole.map { question in
          OptionsPage.Row(
            question: words.term("question", question.rawValue),
            answers: options.map { option in option.cell(question).map { [answer($0, nil, teller)] } ?? [] })
        },
      warnings: options.map { option in
        option.allWarnings.map { warning, parts in
          OptionsPage.Warning(
            scope: parts.isEmpty ? nil : teller.parts(parts, of: option.realParts.count),
            text: teller.warning(warning), sources: refs(warning.reasons))
        }
      },
      mixed: options.filter { $0.answers(to: .modality).count > 1 }.map { mixed($0, teller) },
      pace: PaceChart(lines: options.flatMap { pace($0, teller) }),
      load: BarChart(
        bars: options.compactMap { option in
          option.cell(.load).map { cell in
            BarChart.Bar(
              name: short(option), value: cell.number ?? 0, text: teller.answer(cell), series: option.number)
          }
        }, nameHeading: words["options.column"], valueHeading: words.term("question", "load")),
      gaps: options.flatMap(gaps), stays: options.first?.cell(.staysTrue).map { stays($0, teller) },
      account: withNarrative
        ? options.map { option in
          sentences.filter { $0.option == option.option }.map { $0.text.text(in: language).text }
        } : [])
  }

  private func head(_ option: Consequences) -> OptionsPage.Head {
    OptionsPage.Head(
      number: option.number, label: short(option), name: said(option.name), isInForce: option.isInForce)
  }

  private func short(_ option: Consequences) -> String {
    option.number > 0 ? words["options.option", ["number": String(option.number)]] : words["options.own"]
  }

  private func answer(_ cell: Cell, _ scope: String?, _ teller: OptionTeller) -> OptionsPage.Answer {
    OptionsPage.Answer(
      scope: scope, text: teller.answer(cell), basis: teller.basis(cell),
      sources: refs(cell.reasons), reasons: cell.reasons.map { teller.place($0) })
  }

  private func refs(_ reasons: [Reason]) -> [SourceRef] {
    var met: Set<String> = []
    return reasons.flatMap(\.source).filter { met.insert($0).inserted }.map { SourceRef($0) }
  }

  private func mixed(_ option: Consequences, _ teller: OptionTeller) -> OptionsPage.Mixed {
    func parts(_ sort: PartConsequences.Sort) -> [OptionsPage.Part] {
      option.parts.filter { $0.sort == sort }.map { part($0, teller) }
    }
    return OptionsPage.Mixed(head: head(option), areas: parts(.area), streams: parts(.stream))
  }

  private func part(_ part: PartConsequences, _ teller: OptionTeller) -> OptionsPage.Part {
    let pace = part.cell(.pace)
    let modality = part.cell(.modality)?.main.first ?? "none"
    return OptionsPage.Part(
      name: Linked(said(part.name), part.sort == .area ? .area(part.part) : nil),
      tie: StateView(
        shape: modality == "formal" ? .formalLink : modality == "memorandum" ? .memorandum : .none,
        word: words.term("modality", modality)),
      reportsTo: part.cell(.reportsTo).map(teller.answer) ?? words["figure.notStated"],
      amendedBy: part.cell(.amendedBy).map(teller.answer) ?? words["figure.notStated"],
      expected: pace?.number, longest: pace?.most, warnings: part.warnings.map(teller.warning))
  }

  private func pace(_ option: Consequences, _ teller: OptionTeller) -> [PaceChart.Line] {
    let groups = option.answers(to: .pace)
    return groups.map { group in
      PaceChart.Line(
        name: groups.count > 1
          ? "\(short(option)), \(teller.parts(group.parts, of: option.realParts.count))" : short(option),
        expected: group.cell.number, longest: group.cell.most,
        basis: words.term("basis", group.cell.basis.rawValue),
        isSolid: group.cell.basis < .implied, series: max(option.number, 1))
    }
  }

  /// One for each currency in which a need is stated.
  private func gaps(_ option: Consequences) -> [OptionsPage.Gap] {
    guard let whole = option.part("default") else { return [] }
    func sum(_ amounts: [Amount], _ currency: String) -> Double {
      Currency.units(
        amounts.filter { $0.currency == currency && !$0.isInKind }.total { $0.minor }, currency)
    }
    return (whole.cell(.gap)?.amounts ?? []).map { gap in
      OptionsPage.Gap(
        option: max(option.number, 1), name: short(option), currency: gap.currency,
        need: sum(whole.cell(.need)?.amounts ?? [], gap.currency),
        fromMechanism: sum(whole.money.flatMap(\.fromMechanism), gap.currency),
        fromOthers: sum(whole.money.flatMap(\.fromOthers), gap.currency),
        gap: Currency.units(gap.minor, gap.currency))
    }
  }

  private func stays(_ cell: Cell, _ teller: OptionTeller) -> Statement {
    Statement(
      Said(words["options.stays.sentence", ["mechanisms": teller.answer(cell)]]),
      Basis(refs(cell.reasons), verification: cell.basis == .stated ? .stated : .inferred))
  }
}
