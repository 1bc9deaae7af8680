internal import Acting
internal import Charters
internal import Governance
internal import Kernel
internal import Telling
internal import Web

extension Loading {
  /// The page of a switch looked at before it is made: the same lines as the command line prints.
  func switchOption() throws -> SwitchPage {
    let drafts = try page.address.drafts
    func asked(_ name: String) -> String? {
      page.address.filters.first { $0.name == name && !$0.value.isEmpty }?.value
    }
    let since = try asked(SwitchPage.since).map { try SwitchPage.day($0) } ?? day
    let chosen = asked(SwitchPage.option)
    let charter = try charters.needed(on: since, connection).adding(drafts, in: language)
    let study = try chosen.map {
      try SwitchStudy($0, drafts, in: language, since: since, of: verbs, charters, connection)
    }
    return SwitchPage(
      choices: charter.options.filter { $0.id != charter.linkage.option }.map {
        SwitchPage.Choice(word: String($0.number), name: title($0))
      },
      chosen: chosen, since: since, preview: study.map { preview($0) })
  }

  private func preview(_ study: SwitchStudy) -> SwitchPage.Preview {
    let told = study.told(in: language)
    func name(_ id: String) -> String {
      study.charter.options.first { $0.id == id }.map { title($0) } ?? words["options.own"]
    }
    return SwitchPage.Preview(
      heading: told.heading(name(study.preview.from), name(study.preview.to)), deciders: told.deciders,
      stays: told.stays,
      sorts: told.sorts.map { sort in
        SwitchPage.Sort(
          name: sort.name,
          moves: sort.moves.prefix(SwitchPage.most).map { move in
            SwitchPage.Move(
              subject: Linked(Said(told.subject(move)), route(of: move)), question: told.question(move),
              from: told.from(move), to: told.to(move), state: told.state(move))
          }, count: sort.moves.count)
      },
      rights: study.rights.map { change in
        SwitchPage.Right(
          verb: told.verb(change), before: told.holders(change.before), after: told.holders(change.after))
      })
  }

  /// The record that moves, where the public may read it.
  private func route(of move: LinkageMove) -> Route? {
    guard let parts = move.record?.split(separator: "/", maxSplits: 1), parts.count == 2,
      let type = kinds.first(where: { $0.kind == parts[0] })
    else { return nil }
    return .record(kind: type.kind, id: String(parts[1]))
  }
}

extension SwitchPage {
  /// The day that was asked for, on the page and for its data.
  static func day(_ text: String) throws -> Day {
    do { return try Day(cell: text) } catch {
      throw Refusal(
        "since", ["text": "\(text.prefix(40))"], field: SwitchPage.since)
    }
  }
}
