@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing

@Suite struct GovernanceRequirements {
  private let day = NotePartnership.day

  @Test func r1_theFirstSessionIsListedUnderItsBodyWithItsDates() async throws {
    let sessions = try await NotePartnership.with { try $0.sessions(of: Body.ID("inc")) }
    #expect(sessions.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
    #expect(sessions[0].period == Period(since: When(2010, 6, 7), until: When(2010, 6, 11)))
    #expect(sessions[0].provenance.source == ["N1"])
  }

  @Test func r2_aRequestLeadsToTheDocumentThatAnswersIt() async throws {
    let trace = try await NotePartnership.with {
      try #require(try $0.trace(of: Request.ID("req-options-analysis")))
    }
    #expect(trace.request.session == Session.ID("inc-1"))
    #expect(trace.request.toBody == Body.ID("unep-chemicals"))
    #expect(trace.answers.map(\.document) == [Document.ID("doc-note-2010")])
    // The answer is dated to the year only, so no number of days is made up.
    #expect(trace.timeToAnswer == nil)
  }

  @Test func r2_whatIsStillOpenIsListedPerSession() async throws {
    let (before, after) = try await NotePartnership.with { connection in
      let before = try connection.openRequests(at: Session.ID("inc-2")).map(\.request.id)
      let id = Request.ID("prop-interim-priorities")
      try #require(try connection.one(id)).done("submit", as: .member(of: "inc"), connection)
      return (before, try connection.openRequests(at: Session.ID("inc-2")).map(\.request.id))
    }
    #expect(before == [])
    #expect(after == [Request.ID("prop-interim-priorities")])
  }

  @Test func r3_whatRestsOnAParagraphIsFound() async throws {
    let resting = try await NotePartnership.with { try $0.whatRests(on: "25/5 para 25") }
    #expect(
      resting.map(\.what).sorted() == ["binding", "interim", "voluntary-collective", "voluntary-party"])
    let whole = try await NotePartnership.with { try $0.whatRests(on: "25/5") }
    #expect(whole.contains { $0.kind == "mandate" && $0.what == "inc" })
    #expect(whole.contains { $0.kind == "recognition" && $0.basis.paragraph == "34" })
  }

  @Test func r3_aCitationNobodyKnowsIsRefused() async throws {
    await #expect(throws: Refusal.self) {
      _ = try await NotePartnership.with { try $0.whatRests(on: "99/9 para 1").count }
    }
  }

  @Test func r5_bothSymbolsAreFoundAndTheStudyIsWhatTheNoteIsBasedOn() async throws {
    let (symbols, targets) = try await NotePartnership.with { connection in
      (
        try ["UNEP(DTIE)/Hg/INC.2/1", "UNEP(DTIE)/Hg/Partnership.1/INF/7"].map { symbol in
          try connection.all(Document.self, "WHERE symbol = \(symbol)").map(\.id.text)
        },
        try connection.all(DocumentRelation.self, "WHERE relation = 'based-on'").map(\.target)
      )
    }
    #expect(symbols == [["doc-inc-2-1"], ["doc-inf-7"]])
    #expect(targets == ["doc-inf-7"])
  }

  @Test func r6_theMeetingOfTheNoteIsKeptWithItsYearInferred() async throws {
    let meeting = try await NotePartnership.with { try #require(try $0.one(Session.ID("pag-2"))) }
    #expect(meeting.period == Period(since: When(2010, 9, 21), until: When(2010, 9, 22)))
    #expect(meeting.country == (try Country(code: "CH")))
    #expect(meeting.provenance.qualifier == .inferred)
  }

  @Test func r6_aMeetingWithoutADateIsNotShownBeforeTheOneThatPrecedesIt() async throws {
    let numbers = try await NotePartnership.with { connection in
      try [Day(2010, 9, 22), Day(2019, 12, 31)].map { day in
        try connection.sessions(of: Body.ID("advisory-group"), on: day).compactMap(\.number)
      }
    }
    #expect(numbers == [[1, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]])
  }

  @Test func r7_threeViewsHangOnTheQuestion() async throws {
    let trace = try await NotePartnership.with {
      try #require(try $0.trace(of: Request.ID("req-advisory-views")))
    }
    #expect(trace.advice.map(\.id.text) == ["adv-immediate", "adv-long-term", "adv-progress"])
    #expect(trace.advice.allSatisfy { $0.form == "view" && $0.session == Session.ID("pag-2") })
  }

  @Test(arguments: [
    (Day(2010, 6, 6), nil), (Day(2010, 6, 7), "negotiating"), (Day(2013, 10, 10), "adopted"),
    (Day(2017, 8, 15), "adopted"), (Day(2026, 11, 24), "in-force"),
  ])
  func r8_thePhaseOfTheTreatyOnADay(day: Day, phase: String?) async throws {
    let (found, history) = try await NotePartnership.with { connection in
      let treaty = Treaty.ID("minamata")
      return (
        try connection.phase(of: treaty, on: day)?.phase, try connection.phases(of: treaty).map(\.phase)
      )
    }
    #expect(found == phase)
    #expect(history == ["negotiating", "adopted", "in-force"])
  }

  @Test func r18_takingNoteIsKeptApartFromDeciding() async throws {
    let (decision, taken) = try await NotePartnership.with {
      let decision = try #require(try $0.one(Decision.ID("dec-inc-2-takes-note")))
      return (decision, try decision.done("take", as: .member(of: "inc"), $0))
    }
    #expect(decision.outcome == .takesNote)
    #expect(decision.state == .proposed)
    #expect(taken.state == .taken)
    #expect(!taken.isBinding)
  }

  @Test func r19_submittedThenConsideredThenAdviceWithBothBodies() async throws {
    let trace = try await NotePartnership.with { connection in
      let id = Request.ID("prop-interim-priorities")
      let group = NotePartnership.member(of: "advisory-group")
      let request = try #require(try connection.one(id))
      try request.done("submit", as: .member(of: "inc"), connection)
      try request.done("consider", as: group.capacity, connection)
      let advice = try #require(try connection.one(Advice.ID("adv-interim-priorities")))
      try advice.done("give", as: group.capacity, connection)
      try Request.answer(
        with: Answer(
          id: .init("ans-interim"), request: id, byBody: .init("advisory-group"), document: nil,
          session: .init("pag-3"), status: "given", date: When(2011, 11, 6), text: nil,
          provenance: Provenance(["test"])), group, connection)
      return try #require(try connection.trace(of: id))
    }
    #expect(trace.request.fromBody == Body.ID("inc"))
    #expect(trace.request.toBody == Body.ID("advisory-group"))
    #expect(trace.request.state == .answered)
    #expect(trace.advice.map(\.state) == [.open])
  }

  @Test func r40_adviceHasAFollowUpThatOutsidersCannotSet() async throws {
    try await NotePartnership.with { connection in
      let advice = try #require(try connection.one(Advice.ID("adv-orientation")))
      #expect(advice.toBody == "areas")
      #expect(advice.state == .notStated)
      #expect(throws: Refusal.self) { try advice.done("take up", as: .applicant, connection) }
      #expect(try advice.done("take up", as: .lead(of: "gold"), connection).state == .underWay)
      #expect(try advice.done("complete", as: .secretariat, connection).state == .done)
    }
  }

  @Test func r47_aQuestionIsRoutedAndItsAnswerTimed() async throws {
    let (routed, days) = try await NotePartnership.with { connection in
      let id = Request.ID("question")
      try Journal(connection).append(
        Request(
          id: id, fromBody: .init("inc"), session: .init("inc-2"), toBody: .init("unep-chemicals"),
          form: "information", date: When(2011, 1, 25), due: nil, routedTo: nil,
          text: Translated(.en, "How many plants are left?"), provenance: Provenance(["test"]), state: .open),
        NotePartnership.secretariat)
      try Request.route(id, to: "chlor-alkali", NotePartnership.secretariat, connection)
      try Request.answer(
        with: Answer(
          id: .init("reply"), request: id, byBody: .init("experts"), document: nil, session: .init("inc-2"),
          status: "given", date: When(2011, 1, 28), text: nil, provenance: Provenance(["test-2"])),
        NotePartnership.secretariat, connection)
      let trace = try #require(try connection.trace(of: id))
      return (trace.request.routedTo, trace.timeToAnswer)
    }
    #expect(routed == "chlor-alkali")
    #expect(days?.value == 3)
    #expect(days?.qualifier == .exact)
    #expect(days?.source == "test; test-2")
  }

  @Test func r47_anAnswerBeforeItsQuestionIsRefused() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(
          Request(
            id: .init("question"), fromBody: .init("inc"), session: nil, toBody: .init("unep-chemicals"),
            form: "information", date: When(2011, 1, 25), due: nil, routedTo: nil, text: Translated(.en, "?"),
            provenance: Provenance(["test"]), state: .open), NotePartnership.secretariat)
        try Request.answer(
          with: Answer(
            id: .init("reply"), request: .init("question"), byBody: .init("experts"), document: nil,
            session: .init("inc-1"), status: "given", date: When(2010, 6, 11), text: nil,
            provenance: Provenance(["test"])), NotePartnership.secretariat, connection)
      }
    }
    #expect(refusal?.code == "before-asked")
  }

  @Test func r49_aBriefingBelongsToItsSessionAndNamesWhoGaveIt() async throws {
    let briefings = try await NotePartnership.with { try $0.briefings(for: Session.ID("inc-5")) }
    #expect(briefings.map(\.id.text) == ["briefing-inc-5"])
    #expect(briefings[0].byBody == Body.ID("experts"))
  }

  @Test func r50_fourParagraphsRecogniseThePartnershipAtAnUncertainPlace() async throws {
    let paragraphs = try await NotePartnership.with { connection in
      try connection.recognitions(of: "gmp").filter(\.recognition.isPositionUncertain).compactMap(
        \.basis?.paragraph)
    }
    #expect(paragraphs == ["20", "24", "34", "35"])
  }

  @Test func r51_oneOfficeRunsTwoProcessesUnderMandatesApart() async throws {
    let offices = try await NotePartnership.with { try $0.sharedOffices() }
    #expect(offices.map(\.office.id) == [Body.ID("unep-chemicals")])
    #expect(offices.first?.mandates.map(\.process) == ["gmp", "inc"])
  }

  /// The list is the same each time it is read. An office with one process is shared by none.
  @Test func officesThatRunSeveralProcessesStandInTheOrderOfTheirIds() async throws {
    let offices = try await NotePartnership.with { connection in
      for (office, process) in [
        ("minamata-secretariat", "cop"), ("minamata-secretariat", "compliance-committee"), ("who", "wha"),
      ] {
        try Journal(connection).append(
          Mandate(
            id: .init("mandate-\(process)"), body: .init(process), process: process, legalBasis: nil,
            runBy: .init(office), text: nil, provenance: Provenance(["test"])), NotePartnership.secretariat)
      }
      return try connection.sharedOffices()
    }
    #expect(offices.map(\.office.id.text) == ["minamata-secretariat", "unep-chemicals"])
    #expect(offices.first?.mandates.map(\.process) == ["compliance-committee", "cop"])
  }

  @Test func r55_aRequestOfTheCommitteeShowsTheProductMadeForIt() async throws {
    let documents = try await NotePartnership.with { connection in
      try ["req-chlor-alkali-inventory", "req-gold-projects"].map { id in
        try #require(try connection.trace(of: Request.ID(id))).answers.map(\.document?.text)
      }
    }
    #expect(documents == [["doc-chlor-alkali-inventory"], ["doc-gold-project-inventory"]])
  }

  @Test func r56_theMainWeaknessStandsFirstWithWhoStatedIt() async throws {
    let known = try await NotePartnership.with { try $0.uncertainties(on: NotePartnership.day) }
    #expect(known.first?.id.text == "unc-funding")
    #expect(known.first?.statedBy == "advisory-group")
    // What was said in 2013 is not known yet.
    #expect(!known.contains { $0.id.text == "unc-effectiveness" })
  }

  @Test func r63_theExemptionNamesSubstanceUseConditionAndPartnership() async throws {
    let exemption = try await NotePartnership.with {
      try #require(try $0.one(Exemption.ID("exm-ddt-malaria")))
    }
    #expect(exemption.substance == "DDT")
    #expect(exemption.use == "malaria-control")
    #expect(exemption.isTimeLimited)
    #expect(exemption.partnership == Partnership.ID("ddt"))
    #expect(exemption.endsWhen == nil)
  }

  /// A time to answer is as sure as the less sure of its two dates.
  @Test func r47_aTimeThatRestsOnAnUnsureDateIsInferred() async throws {
    let times = try await NotePartnership.with { connection in
      var answered = try #require(
        try connection.requests().first { $0.timeToAnswer?.verification == .stated }?.request)
      let before = try connection.trace(of: answered.id)?.timeToAnswer
      answered.provenance.verification = .unverified
      try Journal(connection).append(answered, NotePartnership.secretariat, after: 1)
      return [before, try connection.trace(of: answered.id)?.timeToAnswer]
    }
    #expect(times.map { $0?.verification } == [.stated, .inferred])
    #expect(times[0]?.value == times[1]?.value)
  }
}
