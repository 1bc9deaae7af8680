internal import Kernel
internal import Store
internal import Governance
internal import Registry
internal import Telling
internal import Web

extension Route {
  static let governance = Route("governance")
  static let requests = Route("requests")
  /// Treaties, and how partnerships stand to them.
  static let treaties = Route("treaties")
  static let formations = Route("formations")
  static func formation(_ id: String) -> Route { Route("formations", id) }
  static let motions = Route("motions")
  static func motion(_ id: String) -> Route { Route("motions", id) }
}

/// Who decides, what is decided and what was asked.
enum GovernancePages {
  static let all: [PageKind] = [
    PageKind("governance", twin: .list(GoverningDocument.self)) { try $0.governance() },
    PageKind("requests", twin: .list(Request.self)) { try $0.requests() },
    PageKind("treaties", twin: .list(Governance.Treaty.self)) { try $0.treaties() },
    PageKind("formations", twin: .list(Formation.self)) { try $0.formations() },
    PageKind(each: "formations", PageKind.id, twin: .record(Formation.self)) { try $0.formation($1[0]) },
    PageKind("motions", asks: ["state", "body", "rule", "outcome"], twin: .list(Motion.self)) {
      try $0.motions()
    },
    PageKind(each: "motions", PageKind.id, twin: .made(of: Motion.self, motion)) { try $0.motion($1[0]) },
  ]

  static let additions: [RecordAddition] = [
    RecordAddition(
      to: Session.self,
      name: { loading, id in
        try loading.one(Session.ID(id)).map { try loading.title(of: $0) }
      },
      section: { loading, id in
        let briefings = try loading.briefings(for: Session.ID(id))
        guard !briefings.isEmpty else { return nil }
        return { page in page.section(page.words["kinds.briefing"], page.dated(briefings)) }
      }),
    RecordAddition(
      to: Body.self,
      doors: { loading, id in
        let motions = loading.page.address(of: .motions, [.init(name: "body", value: id)])
        return [(loading.words["motions.title"], motions)]
      }),
    RecordAddition(
      to: CharterEdition.self,
      section: { loading, id in
        guard let changes = try loading.changes(of: CharterEdition.ID(id)) else { return nil }
        return { page in changes.section(on: page) }
      }),
    // A decision that came of a motion bears its id.
    RecordAddition(
      to: Decision.self,
      doors: { loading, id in
        let motion = try loading.one(Motion.ID(id))
        return motion == nil ? [] : [(loading.words["kind.motion"], loading.page.address(of: .motion(id)))]
      }),
  ]

  /// As a file of rows a motion is its ballots: the page shows only some of them.
  @Sendable private static func motion(_ question: PageQuestion) async throws -> Reply? {
    // Asked first in any case: a motion that is not there has no ballots either.
    let record = try await question.record(Motion.self, question.id)
    guard question.address.form == .csv else { return record }
    return try await question.list(Ballot.self, question.asked.with("motion", question.id))
  }
}
