internal import Kernel

extension CharterReader {
  func origin() -> Origin {
    let entry = root["origin"]
    let predecessors = entry?["predecessors"]
    return Origin(
      beginnings: beginnings(entry), founders: founders(entry?["founders"]),
      predecessors: predecessors?.translated(original), predecessorsGround: predecessors?.ground ?? Ground(),
      mandates: entry?["mandate"]?.words ?? [], complements: entry?["complements"]?.words ?? [])
  }

  /// The date of creation and those that other sources give, in the charter's order.
  private func beginnings(_ origin: Entry?) -> [Origin.Beginning] {
    guard let created = origin?["created"] else { return [] }
    return ([created] + (created["also"]?.elements ?? [])).compactMap { entry in
      entry.when.map {
        Origin.Beginning(date: $0, meaning: entry["meaning"]?.translated(original), ground: entry.ground)
      }
    }
  }

  private func founders(_ entry: Entry?) -> [Origin.Founder] {
    (entry?.elements ?? []).compactMap { founder in
      (founder["who"] ?? founder).word.map {
        Origin.Founder(who: $0, sector: founder["sector"]?.word, ground: founder.ground)
      }
    }
  }

  func form() -> GovernanceForm? {
    guard let entry = root["form"], let word = entry.word else { return nil }
    guard let kind = GovernanceForm.Kind(rawValue: word) else { return nil }
    return GovernanceForm(
      kind: kind, hasOwnLegalBody: entry["own-legal-body"]?.flag ?? false, ground: entry.ground)
  }

  func responsibilities() -> [Responsibility] {
    (root["responsibilities"]?.members ?? []).compactMap { function, entry in
      (entry["body"] ?? entry).word.map { Responsibility(function: function, body: $0, ground: entry.ground) }
    }
  }
}
