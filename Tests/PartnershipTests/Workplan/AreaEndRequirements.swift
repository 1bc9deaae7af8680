@testable import App
import Foundation
import Kernel
@testable import Registry
import Store
import Telling
import Testing
@testable import Workplan
import Wording

/// Areas that end, are taken over, or are to end; and new ones that need no code.
@Suite struct AreaEndRequirements {
  @Test func r106_anAreaTakenOverSaysByWhomAndWhenAndStaysReadable() async throws {
    let (ended, before, after, version) = try await FoundedPartnership.with { partnership in
      let version = try await partnership.move(
        Area.self, "supply", by: "absorb", on: Day(2027, 1, 31), into: "minamata",
        Intent("absorb", by: "ana", as: .secretariat, basis: "decision 5/3"))
      return try await partnership.database.read { connection in
        (
          try #require(try connection.one(Area.ID("supply"))),
          try [Day(2010, 9, 22), Day(2027, 1, 31)].map { day in
            try connection.all(Area.self, "WHERE \(Query.isValid(Area.self, on: day))").count
          },
          try connection.all(Area.self, "WHERE \(Query.isValid(Area.self, on: Day(2027, 2, 1)))").count,
          version
        )
      }
    }
    #expect(ended.state == .absorbed)
    #expect(ended.absorbedBy == "minamata")
    #expect(ended.period.until == When(2027, 1, 31))
    #expect(before == [7, 8])
    #expect(after == 7)
    #expect(version == 2)
  }

  @Test func r106_aTakeOverWithoutADestinationIsRefused() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await FoundedPartnership.with {
        try await $0.move(
          Area.self, "supply", by: "absorb", on: Day(2027, 1, 31),
          Intent("absorb", by: "ana", as: .secretariat))
      }
    }
    #expect(
      refusal?.sentence == "an area that is absorbed names the area, body or treaty that goes on with it")
  }

  @Test func r106_outsidersEndNoArea() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await FoundedPartnership.with {
        try await $0.move(
          Area.self, "supply", by: "close", on: Day(2027, 1, 31),
          Intent("close", by: "x", as: .focalPoint(of: "acme")))
      }
    }
    #expect(refusal?.code == "not-allowed")
  }

  @Test func r107_aPlannedEndIsKeptWithoutADateWhereNoneIsGiven() async throws {
    let ends = try await FoundedPartnership.read { try $0.plannedEnds(on: Day(2010, 9, 22)) }
    #expect(ends == [PlannedEnd(area: .init("supply"), date: nil, daysLeft: nil)])
  }

  @Test(arguments: [
    (Day(2026, 12, 1), 30, false), (Day(2026, 12, 31), 0, false), (Day(2027, 1, 10), -10, true),
  ])
  func r107_aDatedEndIsRemindedOf(day: Day, left: Int, isOverdue: Bool) async throws {
    let ends = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        var area = try #require(try connection.one(Area.ID("supply")))
        area.plannedEndOn = When(2026, 12)
        try Journal(connection).append(area, NotePartnership.secretariat, after: 1)
        return try connection.plannedEnds(on: day)
      }
    }
    #expect(ends.map(\.daysLeft) == [left])
    #expect(ends.map(\.isOverdue) == [isOverdue])
  }

  @Test func r107_theChecklistNamesWhatKeepsAnAreaOpen() async throws {
    let lists = try await FoundedPartnership.read { connection in
      try ["supply", "waste"].map { try connection.closureChecklist(of: Area.ID($0), on: Day(2026, 11, 25)) }
    }
    #expect(
      lists[0].open.map(\.record) == ["kyrgyz-primary-mining", "storage-asia", "storage-latin-america"])
    #expect(lists[1].open.map(\.record) == ["seat-waste-lead"])
    #expect(!lists[0].open.isEmpty)
  }

  /// The shipped edition of 2020 with one area more and one area's scope widened: a change of the charter alone.
  private static func widened() -> String {
    NoteCharter.text("2020")
      .replacing(#"edition: "2020""#, with: #"edition: "2027""#, maxReplacements: 1)
      .replacing(
        "\nareas:\n",
        with: """

          areas:
            dental:
              name: {fr: Amalgame dentaire, en: Dental amalgam}
              since: 2027
              themes: [health]
              source: A32

          """, maxReplacements: 1
      )
      .replacing(
        "themes: [mercury, livelihoods, health, formalisation]",
        with: "themes: [mercury, livelihoods, health, formalisation, gender]", maxReplacements: 1
      )
      .replacing(
        "themes: {value: [mercury, livelihoods, health, formalisation]",
        with: "themes: {value: [mercury, livelihoods, health, formalisation, gender]", maxReplacements: 1)
  }

  @Test func r105_aNewAreaAndAWiderScopeNeedNoCode() async throws {
    let (adoption, areas, gold, versions) = try await FoundedPartnership.with { partnership in
      let path = partnership.address.description + ".2027.yaml"
      let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
      try Self.widened().write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let adoption = try await partnership.adopt(
        path, since: When(2027), decision: decision, Intent("adopt", by: "ana", as: .secretariat)
      )
      return try await partnership.database.read { connection in
        (
          adoption,
          try [Day(2026, 12, 31), Day(2027, 1, 1)].map { day in
            try connection.all(Area.self, "WHERE \(Query.isValid(Area.self, on: day))").count
          },
          try #require(try connection.one(Area.ID("gold"))),
          try connection.history(kind: "area", record: "gold").map(\.version)
        )
      }
    }
    #expect(adoption.added == ["area dental"])
    #expect(adoption.changed.contains("area gold"))
    #expect(adoption.left == [])
    #expect(areas == [8, 9])
    #expect(gold.themes.last == "gender")
    #expect(versions == [1, 2])
  }

  @Test func r105_whatPeopleChangedIsLeftAndNamed() async throws {
    let (adoption, gold) = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        var gold = try #require(try connection.one(Area.ID("gold")))
        gold.themes = ["mercury", "water"]
        try Journal(connection).append(gold, NotePartnership.secretariat, after: 1)
      }
      let path = partnership.address.description + ".2027.yaml"
      let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
      try Self.widened().write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let adoption = try await partnership.adopt(
        path, since: When(2027), decision: decision, Intent("adopt", by: "ana", as: .secretariat)
      )
      return (adoption, try await partnership.database.read { try #require(try $0.one(Area.ID("gold"))) })
    }
    #expect(adoption.left == ["area gold"])
    #expect(gold.themes == ["mercury", "water"])
  }

  @Test func aPreviewOfAnAdoptionWritesNothing() async throws {
    let acts = try await FoundedPartnership.with { partnership in
      let path = partnership.address.description + ".2027.yaml"
      let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
      try Self.widened().write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let before = try await partnership.database.read { try $0.journalHead().seq }
      let adoption = try await partnership.adopt(
        path, since: When(2027), decision: decision, Intent("adopt", by: "ana", as: .secretariat),
        preview: Preview())
      #expect(adoption.added == ["area dental"])
      let told = CharterComparison(adoption.compared, in: .en).differenceText
      #expect(
        told.contains("  changed Areas \u{203A} Artisanal and small-scale gold mining \u{203A} themes: "))
      return (before, try await partnership.database.read { try $0.journalHead().seq })
    }
    #expect(acts.0 == acts.1)
  }

  @Test func r106_noAreaEndsBeforeItBegan() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await FoundedPartnership.with {
        try await $0.move(
          Area.self, "cement", by: "close", on: Day(2013, 6, 17),
          Intent("close", by: "ana", as: .secretariat, basis: "decision 5/3"))
      }
    }
    #expect(refusal?.sentence == "cement begins on 2013-06-18; it cannot end on 2013-06-17")
  }
}
