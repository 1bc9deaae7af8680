internal import Charters
internal import Kernel
internal import Telling
internal import Web

extension Loading {
  /// The comparison with the options that the address adds to it.
  func options() throws -> OptionsPage {
    let study = try OptionStudy(
      adding: page.address.drafts, in: language, on: day, charters, connection)
    var options = options(study)
    options.doors = doors(study)
    return options
  }

  /// The options the reader added to a comparison, and where one leads to another.
  func doors(_ study: OptionStudy) -> OptionsPage.Doors {
    let own = zip(study.own, study.drafts.indices).map { option, index in
      var rest = study.drafts
      let draft = rest.remove(at: index)
      return OptionsPage.Own(
        label: words["options.option", ["number": String(option.number)]], name: said(option.name),
        change: page.address.changing(draft, besides: rest),
        without: page.address.comparing(rest, fragment: "own"), lines: option.charterLines)
    }
    let inForce = study.charter.linkage.option
    return OptionsPage.Doors(
      own: own,
      add: study.drafts.count < OptionDraft.most ? page.address.comparing(study.drafts, on: .addOption) : nil,
      move: study.charter.options.contains { $0.id != inForce }
        ? page.address.comparing(study.drafts, on: .switchOption) : nil)
  }

  /// The form that adds an option of the reader's own, with what was filled in before.
  func addOption(_ charter: Charter, refusal: Refusal?) throws -> AddOptionPage {
    let drafts = try page.address.drafts
    let teller = OptionTeller(charter, words)
    func parts(_ ids: [String]) -> [AddOptionPage.Part] {
      ids.map { AddOptionPage.Part(id: $0, name: Said(teller.part($0))) }
    }
    let otherwise =
      bodies(.formal, charter, teller) + bodies(.memorandum, charter, teller) + [
        AddOptionPage.Choice(tie: "none", name: words.term("modality", "none"))
      ]
    return AddOptionPage(
      ties: [
        .init(label: words["options.add.as"], choices: followed(charter)),
        .init(label: words["options.add.otherwise"], choices: otherwise),
      ].filter { !$0.choices.isEmpty },
      areas: parts(charter.areas.map(\.id)), streams: parts(charter.streams.map(\.id)),
      filled: FilledOption(page.address), refusal: refusal?.onPage(in: language), kept: drafts.map(\.line),
      isFull: drafts.count >= OptionDraft.most)
  }

  private func followed(_ charter: Charter) -> [AddOptionPage.Choice] {
    let hasOwnTerms = charter.linkage.option == nil && charter.linkage.terms != nil
    return charter.options.map { option in
      AddOptionPage.Choice(tie: String(option.number), name: title(option))
    } + (hasOwnTerms ? [.init(tie: OptionDraft.inForce, name: words["options.own"])] : [])
  }

  /// “Option 2: Partnership independent of the instrument”.
  func title(_ option: Option) -> String {
    let label = words["options.option", ["number": String(option.number)]]
    return words["options.title", ["option": label, "name": said(option.name).text]]
  }

  /// Each body; and of two or three, either of two and both of two. More would be a list to get lost in.
  private func bodies(
    _ modality: LinkageTerms.Modality, _ charter: Charter, _ teller: OptionTeller
  ) -> [AddOptionPage.Choice] {
    let bodies = charter.bodiesToBeTiedTo.map(\.id)
    func choice(_ bodies: [String], _ needsAll: Bool) -> AddOptionPage.Choice {
      let names = bodies.map(teller.name)
      return AddOptionPage.Choice(
        tie: OptionDraft.Tie.tied(modality, to: bodies, needsAll: needsAll).text,
        name: words[
          "options.title",
          [
            "option": words.term("modality", modality.rawValue),
            "name": needsAll ? words.list(names) : names.joined(separator: words["options.or"]),
          ]])
    }
    let pairs = bodies.indices.flatMap { first in
      bodies.indices.dropFirst(first + 1).map { [bodies[first], bodies[$0]] }
    }
    return bodies.map { choice([$0], false) }
      + (bodies.count <= 3 ? pairs.flatMap { [choice($0, false), choice($0, true)] } : [])
  }
}
