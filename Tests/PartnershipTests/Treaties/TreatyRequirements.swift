@testable import App
import Charters
import Exchange
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
@testable import Workplan

/// What is kept of treaties, and of how partnerships stand to them.
@Suite struct TreatyRequirements {
  private static func treaty(_ id: String, in partnership: String = "gmp") async throws -> Treaty {
    try #require(try await Founded.with(partnership) { try $0.one(Treaty.ID(id)) })
  }

  // MARK: R12, R127: what their texts say

  @Test func r12_theWildlifeConventionHasNoOfficialLinkInItsText() async throws {
    for partnership in ["gmp", "traffic"] {
      let cites = try await Self.treaty("cites", in: partnership)
      #expect(cites.mentionsPartnerships == "no")
      #expect(cites.mentionsBasis == "fact")
      #expect(cites.inForce == When(1975))
      #expect(cites.partnershipsCame == "after")
      #expect(cites.provenance.source.contains("A15"))
    }
  }

  @Test(arguments: ["stockholm-convention", "basel-convention", "fctc"])
  func r12_aGeneralStatementIsNoFactAboutATreaty(id: String) async throws {
    let treaty = try await Self.treaty(id)
    #expect(treaty.mentionsPartnerships == "general-statement")
    #expect(treaty.mentionsBasis == "general")
    #expect(treaty.provenance.source.contains("A13"))
  }

  @Test func r127_bothAnswersAreKeptForEveryTreaty() async throws {
    let treaties = try await Founded.with("gmp") { try $0.all(Treaty.self, "ORDER BY id") }
    #expect(
      treaties.map { "\($0.id) \($0.mentionsPartnerships) \($0.saysHowToImplement ?? "")" } == [
        "basel-convention general-statement general-statement", "cites no general-statement",
        "fctc general-statement general-statement", "minamata yes partly",
        "stockholm-convention general-statement general-statement", "unfccc unknown unknown",
      ])
    for treaty in treaties where treaty.saysHowToImplement == "general-statement" {
      #expect(treaty.implementBasis == "general")
      #expect(treaty.provenance.source.contains("A40"), "\(treaty.id)")
    }
  }

  /// In 2010 the text was being written, and what it would say was open.
  @Test(arguments: [("2010", "undecided", "undecided"), ("2020", "yes", "partly")])
  func r127_aCharterAnswersForItsOwnTreatyInItsTime(edition: String, mentions: String, saysHow: String) throws
  {
    let treaty = try #require(NoteCharter.reading(edition).charter?.treaties.first)
    #expect(treaty.mentionsPartnerships == mentions)
    #expect(treaty.saysHowToImplement == saysHow)
  }

  // MARK: R61, R62, R74: which came first, who runs it, what it arises from

  private static func ties() async throws -> [Interaction] {
    try await Founded.with("gmp") {
      try $0.all(Interaction.self, "WHERE treaty IS NOT NULL ORDER BY id")
    }
  }

  @Test func r61_everyInteractionSaysWhichCameFirst() async throws {
    #expect(
      try await Self.ties().map {
        "\($0.partnership?.text ?? "") \($0.treaty?.text ?? ""): \($0.timeRelation ?? "")"
      }
        == [
          "basel basel-convention: created-after-treaty", "ddt stockholm-convention: created-after-treaty",
          "gmp minamata: older-than-treaty", "tfi fctc: during-negotiation",
          "traffic cites: created-after-treaty",
        ])
  }

  /// What is said of time agrees with the dates, where both sides have one.
  @Test func r61_whatIsSaidOfTimeAgreesWithTheDates() async throws {
    let pairs = try await Founded.with("gmp") { connection in
      try connection.all(Interaction.self, "WHERE treaty IS NOT NULL ORDER BY id").map { tie in
        (
          tie.timeRelation, try tie.partnership.flatMap { try connection.one($0) }?.period.since,
          try tie.treaty.flatMap { try connection.one($0) }
        )
      }
    }
    #expect(pairs.count == 5)
    for (relation, since, treaty) in pairs {
      let begun = try #require(since)
      let reached = try #require(treaty?.adopted ?? treaty?.inForce)
      #expect(
        (begun.first > reached.first) == (relation == "created-after-treaty"), "\(treaty?.id.text ?? "")")
    }
  }

  @Test func r61_theSectorsAreThreeOfTheNote() async throws {
    let sectors = try await Founded.with("gmp") { connection in
      try connection.all(Interaction.self, "WHERE treaty IS NOT NULL ORDER BY id").compactMap {
        try $0.treaty.flatMap { try connection.one($0) }?.sector
      }
    }
    #expect(sectors == ["chemicals", "chemicals", "chemicals", "health", "wildlife"])
  }

  @Test(arguments: ["gmp", "ddt"])
  func r62_aJointProgrammeHasTwoOwnersAndArisesFromAnExemption(partnership: String) async throws {
    let (programme, tie, exemption) = try await Founded.with(partnership) { connection in
      let tie = try connection.one(Interaction.ID("int-ddt"))
      return (
        try connection.one(Registry.Partnership.ID("ddt")), tie,
        try tie?.basis.flatMap { try connection.one(Exemption.ID($0)) }
      )
    }
    #expect(Set(programme?.promotedBy ?? []) == ["unep", "who"])
    #expect(programme?.period.since == When(2009))
    #expect(tie?.modality == "arises-from-exemption")
    #expect(exemption?.treaty.text == "stockholm-convention")
    #expect(exemption?.substance == "DDT")
    #expect(exemption?.use == "malaria-control")
    #expect(exemption?.isTimeLimited == true)
    #expect(exemption?.partnership?.text == "ddt")
  }

  @Test func r74_aPartnershipComplementsAnInstrumentAsAMeansOfCarryingItOut() async throws {
    #expect(try await Self.ties().allSatisfy { $0.isComplement == true })
    let own = try #require(try await Self.ties().first { $0.partnership?.text == "gmp" })
    #expect(own.provenance.source.contains("A19"))
    #expect(NoteCharter.reading("2010").charter?.origin.complements == ["binding-instrument"])
    #expect(try ShippedCharter.named("tfi/2010")?.origin.complements == ["fctc"])
  }

  // MARK: R85, R86: tied later, and each for itself

  /// Created in 2005, eight years before the text was adopted; nothing refuses that, nor a tie made afterwards.
  @Test func r85_aPartnershipOlderThanItsTreatyIsTiedToItLater() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let own = try #require(try connection.one(Registry.Partnership.ID("gmp")))
        let treaty = try #require(try connection.one(Treaty.ID("minamata")))
        #expect(own.period.since == When(2005))
        #expect(treaty.adopted == When(2013, 10, 10))
        let tie = try connection.one(Interaction.ID("int-gmp"))
        #expect(own.refusals == [] && tie?.refusals == [])
        let journal = try Journal(connection)
        for (id, body) in [("d1", "unea"), ("d2", "cop")] {
          try journal.append(
            Decision(
              id: .init(id), body: .init(body), session: nil, proposer: "advisory-group", outcome: .decides,
              subject: "option-in-force", clause: nil, legalBasis: nil, date: When(2024, 3, 1),
              text: Translated(.en, "Made up."), provenance: Provenance(["test"]), state: .taken),
            NotePartnership.secretariat)
        }
        let book = CharterBook()
        try LinkageSwitch.make(
          to: "1", since: Day(2024, 6, 1), decisions: ["d1", "d2"], NotePartnership.secretariat, connection)
        let tied = try book.needed(on: Day(2024, 6, 1), connection)
        #expect(tied.linkage.option == "formal-link")
        #expect(tied.origin.beginnings.first?.date == When(2005))
      }
    }
  }

  @Test func r86_eachPartnershipOfOneTreatyChoosesItsOwnTie() async throws {
    let ties = try await NotePartnership.with { connection in
      var second = try #require(try connection.one(Interaction.ID("int-gmp")))
      second.id = .init("int-second")
      second.partnership = .init("fsc")
      second.modality = "memorandum"
      #expect(second.refusals == [])
      try Journal(connection).append(second, NotePartnership.secretariat)
      return try connection.all(Interaction.self, "WHERE treaty = 'minamata' ORDER BY id")
    }
    #expect(ties.map(\.partnership?.text) == ["gmp", "fsc"])
    #expect(ties.map(\.modality) == ["none", "memorandum"])
    // Two charters beside the same instrument, each with a linkage of its own.
    let (one, other) = (
      try ShippedCharter.named("gmp/2010"), try ShippedCharter.named("mercury-free-gold/2010")
    )
    #expect(one?.treaties.map(\.id) == ["minamata"] && other?.treaties.map(\.id) == ["minamata"])
    #expect(one?.linkage.option == "independent")
    #expect(other?.linkage.option != one?.linkage.option)
  }
}
