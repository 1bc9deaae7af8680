import Finance
import Governance
import Kernel
import Registry
import Store
import Testing
import Workplan

/// Every number of the founding note is a record of a founded partnership, with its paragraph and how exact it is.
@Suite struct NumbersOfTheNoteTests {
  @Test func r156_everyNumberIsARecordWithParagraphAndQualifier() async throws {
    #expect(EveryNumberOfTheNote.all.count == 101)
    let byPartnership = Dictionary(grouping: EveryNumberOfTheNote.all, by: \.partnership)
    for (id, numbers) in byPartnership {
      let kept = try await Founded.with(id) { try $0.all(StatedNumber.self) }
      let byId = Dictionary(uniqueKeysWithValues: kept.map { ($0.id.text, $0) })
      for number in numbers {
        let record = try #require(byId[number.record], "\(id) keeps \(number.record)")
        #expect(record.value == number.value, "\(id) \(number.record)")
        #expect(record.paragraph == number.paragraph, "\(id) \(number.record)")
        #expect(record.provenance.source.contains(number.paragraph), "\(id) \(number.record)")
        #expect(record.provenance.qualifier.rawValue == number.qualifier, "\(id) \(number.record)")
      }
      // Nothing of the note is kept that this table does not name; the first partnership also keeps the appendix.
      let ofTheNote = kept.filter { $0.paragraph.first.map { "NAPF".contains($0) } ?? false }
      let appendix = id == "gmp" ? ofTheNote.count { $0.paragraph.hasPrefix("P") } : 0
      #expect(ofTheNote.count - appendix == numbers.count, "\(id)")
    }
  }

  /// 32 + 45 = 77 million, of which 32 / 77 = 41.6 %; 45, and with it the sum, is estimated (P2).
  @Test func r135_theDDTProgrammeAddsUp() async throws {
    let statements = try await Founded.with("ddt") { connection in
      try connection.all(FinanceStatement.self, "WHERE about = 'ddt' ORDER BY id")
    }
    #expect(statements.map(\.id.text) == ["fs-gef", "fs-other", "fs-total"])
    #expect(statements.map { $0.amount?.value } == [32_000_000, 45_000_000, 77_000_000])
    #expect(statements.map { $0.amount?.unit } == ["USD", "USD", "USD"])
    #expect(statements.map { $0.amount?.qualifier } == [.exact, .estimated, .estimated])
    let (share, project) = try await Founded.with("ddt") { connection in
      (
        try connection.one(StatedNumber.ID("gef-share")),
        try connection.all(FinanceStatement.self, "WHERE about = 'gef-2546' ORDER BY id")
      )
    }
    #expect(share?.value == "41.6" && share?.unit == "%")
    #expect((32_000_000 / 77_000_000 * 1000).rounded() / 10 == 41.6)
    // 650,000 + 3,960,014 + 8,416,402 = 13,026,416; the fee of 414,901 stands outside.
    let amounts = Dictionary(uniqueKeysWithValues: project.map { ($0.form, $0.amount?.value ?? 0) })
    #expect(
      amounts == [
        "preparation": 650_000, "grant": 3_960_014, "cofinancing": 8_416_402, "total": 13_026_416,
        "agency-fee": 414_901,
      ])
    #expect(650_000 + 3_960_014 + 8_416_402 == 13_026_416)
  }

  @Test func r69_theTobaccoInitiativesSharesTotalOneHundred() async throws {
    let shares = try await Founded.with("tfi") { connection in
      try connection.all(FinanceStatement.self, "WHERE form = 'share' ORDER BY id")
    }
    #expect(shares.map(\.id.text) == ["fs-donors", "fs-who"])
    #expect(shares.map { $0.amount?.value } == [80, 20])
    #expect(shares.map { $0.window?.text } == ["donors", "who-budget"])
    #expect(shares.allSatisfy { $0.provenance.source == ["A16"] })
  }

  /// One paragraph says about 700 and more than 700: both are kept, and the difference is on record.
  @Test func r138_theForestCouncilKeepsBothCountsOfItsMembers() async throws {
    let (counts, differences, area) = try await Founded.with("fsc") { connection in
      (
        try connection.all(PartnerCount.self, "ORDER BY id"), try connection.all(Disagreement.self),
        try connection.one(Observation.ID("ob-area-2010"))
      )
    }
    #expect(counts.map { $0.count.value } == [700, 700])
    #expect(counts.map { $0.count.qualifier } == [.about, .moreThan])
    #expect(differences.map(\.valueA) == ["about 700"] && differences.map(\.valueB) == ["more than 700"])
    #expect(area?.amount.value == 100_000_000 && area?.amount.qualifier == .about)
  }

  @Test func beginningsSeatsAndMembersStandAsTheNoteHasThem() async throws {
    let expected: [(String, since: String, seat: String?, members: Double?, Qualifier?)] = [
      ("basel", "2002", nil, nil, nil), ("ddt", "2009", nil, nil, nil), ("fsc", "1993", nil, 700, .about),
      ("gard", "2006-03", "Genève / Geneva", 80, .exact), ("pcfv", "2002", "Nairobi", 110, .about),
      ("tfi", "1998", "Genève / Geneva", nil, nil), ("traffic", "1976", "Cambridge", nil, nil),
    ]
    for (id, since, seat, members, qualifier) in expected {
      let found = try await Founded.with(id) { try $0.one(Partnership.ID(id)) }
      let partnership = try #require(found)
      #expect(partnership.period.since?.description == since, "\(id)")
      #expect(partnership.seat == seat, "\(id)")
      #expect(partnership.members?.value == members && partnership.members?.qualifier == qualifier, "\(id)")
    }
    let launched = try await Founded.with("gard") { try $0.one(Partnership.ID("gard"))?.launchedAt }
    #expect(launched == "Beijing")
  }

  @Test func treatiesCarryTheYearsOfTheNote() async throws {
    let expected: [(String, treaty: String, adopted: String?, inForce: String?)] = [
      ("basel", "basel-convention", nil, "1992"), ("ddt", "stockholm-convention", "2000", nil),
      ("tfi", "fctc", nil, "2005"), ("traffic", "cites", nil, "1975"),
    ]
    for (id, treaty, adopted, inForce) in expected {
      let (kept, phases) = try await Founded.with(id) { connection in
        (
          try connection.one(Treaty.ID(treaty)),
          try connection.all(TreatyPhase.self, "WHERE treaty = \(treaty)").map {
            "\($0.phase) \($0.since)"
          }
        )
      }
      #expect(kept?.adopted?.description == adopted, "\(treaty)")
      #expect(kept?.inForce?.description == inForce, "\(treaty)")
      #expect(phases == [adopted.map { "adopted \($0)" } ?? "in-force \(inForce ?? "")"], "\(treaty)")
    }
  }
}
