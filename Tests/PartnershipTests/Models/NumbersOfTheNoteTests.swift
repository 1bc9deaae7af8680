import App
import Exchange
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

  /// A number that is about a record stands in a cell of that record too, as an export writes it: what the pages tell is
  /// what the note says. The others say how many of something the note names, or what no record keeps as a field.
  @Test(arguments: [
    ("gmp", 58), ("basel", 4), ("ddt", 7), ("fsc", 3), ("gard", 2), ("pcfv", 2), ("tfi", 4), ("traffic", 4),
  ])
  func r156_theRecordsHoldWhatTheNoteSays(id: String, count: Int) async throws {
    let held = try await Founded.with(id) { connection in
      try connection.all(StatedNumber.self).filter { number in
        guard number.paragraph.first.map({ "NAPF".contains($0) }) ?? false, !number.value.isEmpty,
          let subject = number.subject
        else { return false }
        let cells = try Capabilities.records.flatMap { try Self.cells(of: $0, subject, connection) }
        let values = number.form == "date-range" ? number.value.split(separator: "/") : [number.value[...]]
        return values.allSatisfy { cells.contains(String($0)) }
      }
    }
    #expect(held.count == count, "\(held.map(\.id.text))")
  }

  private static func cells<R: Record>(
    of type: R.Type, _ id: String, _ connection: any Connection
  ) throws -> [String] {
    try connection.one(R.ID(id)).map { R.schema.cells($0) } ?? []
  }

  /// The parts add up to the whole, and the share beside it is the Facility's; 45, and with it the sum, is estimated (P2).
  @Test func r135_theDDTProgrammeAddsUp() async throws {
    let (programme, project, share, period) = try await Founded.with("ddt") { connection in
      func amounts(_ about: String) throws -> [String: Figure] {
        let found = try connection.all(FinanceStatement.self, "WHERE about = \(about)")
        return Dictionary(uniqueKeysWithValues: try found.map { ($0.id.text, try #require($0.amount)) })
      }
      return (
        try amounts("ddt"), try amounts("gef-2546"), try connection.one(StatedNumber.ID("gef-share")),
        try connection.one(Partnership.ID("ddt"))?.period
      )
    }
    func value(_ id: String) throws -> Double { try #require(programme[id]?.value ?? project[id]?.value) }
    #expect(try value("fs-gef") + value("fs-other") == value("fs-total"))
    #expect(
      programme.mapValues(\.qualifier) == ["fs-gef": .exact, "fs-other": .estimated, "fs-total": .estimated])
    #expect(Set(programme.values.map(\.unit)) == ["USD"])
    let part = try value("fs-gef") / value("fs-total")
    #expect(share?.value == String((part * 1000).rounded() / 10) && share?.unit == "%")
    #expect(period == Period(since: When(2009), until: When(2015)))
    // The agency's fee stands outside of the project's total.
    #expect(
      try value("fs-2546-preparation") + value("fs-2546-grant") + value("fs-2546-cofinancing")
        == value("fs-2546-total"))
    #expect(try value("fs-2546-agency-fee") == 414_901)
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
