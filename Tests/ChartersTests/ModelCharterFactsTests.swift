import Foundation
import Kernel
import Testing

@testable import Charters

/// What the note says of the appendix's partnerships and no record keeps: it stands in the charters.
@Suite struct ModelCharterFactsTests {
  private func root(_ file: String) throws -> Entry {
    let bytes = Array(try ModelCharterTests.text(file).utf8)
    let findings = Findings(file: file)
    let tree = bytes.withUnsafeBufferPointer { CharterText.tree($0, findings) }
    return Entry(root: try #require(tree))
  }

  private func charter(_ file: String) throws -> Charter {
    try #require(Charter.read(Array(try ModelCharterTests.text(file).utf8), name: file).charter)
  }

  @Test func r64_theBaselProgrammeDeliversFourKinds() throws {
    let outputs = try root("basel/2010")["outputs"]
    #expect(
      outputs?.words == ["meeting", "problem-statement", "options-paper", "analysis-contribution"])
    #expect(outputs?.ground.source == ["A14"])
  }

  @Test func r132_theProgrammeStandsInATenYearPlan() throws {
    let programme = try root("basel/2010")
    #expect(programme["origin"]?["parent-plan"]?["years"]?.text == "10")
    #expect(programme["origin"]?["mandate"]?.words == ["bc-vi-32"])
    #expect(programme["in-force"]?["since"]?.text == "2002")
    #expect(programme["deliverables"]?["items"]?["vi-32"]?["number"]?.text == "VI/32")
  }

  /// Foresters and timber traders are one of the note's seven groups; the charter names each.
  @Test func r138_theForestCouncilNamesTheGroupsOfItsMembers() throws {
    let groups = try root("fsc/2010")["membership"]?["groups-in-the-note"]
    #expect(
      groups?.words == [
        "social-groups", "ecological-groups", "forestry-professionals", "timber-traders",
        "indigenous-organisations", "corporations", "community-forestry-groups",
        "certification-organisations",
      ])
    #expect(groups?.ground.source == ["P3"])
  }

  @Test func certificationIsSwitchedOnForMinesAndGold() throws {
    let proposal = try charter("mercury-free-gold/2010")
    #expect(proposal.areas.map(\.id) == ["mine-sites", "gold-custody"])
    #expect(proposal.mechanisms.first { $0.id == "certification" }?.isEnabled == true)
    #expect(proposal.mechanisms.first { $0.id == "gold" }?.isEnabled == true)
    // Nobody adopted it, and it says so.
    #expect(try root("mercury-free-gold/2010")["status"]?.text == "proposal")
    #expect(proposal.period.since == nil)
  }

  @Test func r145_theRespiratoryAllianceAttendsToPoorerCountriesAndTheVulnerable() throws {
    let alliance = try root("gard/2010")
    #expect(alliance["attention"]?["income-groups"]?.words == ["low", "middle"])
    #expect(alliance["attention"]?["populations"]?.words == ["vulnerable"])
    #expect(alliance["attention"]?.ground.source == ["P4"])
    #expect(alliance["areas"]?["national-initiatives"]?["one-per"]?.text == "country")
  }

  @Test func r147_personsMayJoinTheCleanFuelsPartnership() throws {
    let individual = try #require(try charter("pcfv/2010").categories.first { $0.id == "individual" })
    #expect(individual.ground.source == ["P5"])
  }

  @Test func r150_theTobaccoInitiativeWorksAtThreeLevels() throws {
    let initiative = try root("tfi/2010")
    #expect(initiative["levels"]?.words == ["international", "regional", "national"])
    #expect(initiative["bodies"]?["regional-offices"]?["of"]?.text == "who")
    #expect(initiative["in-force"]?["since"]?.text == "1998")
  }

  @Test func itCampaignsAndDeathsMeasureTheOutcome() throws {
    let initiative = try root("tfi/2010")
    #expect(initiative["campaigns"]?.members.map(\.name) == ["adherence", "measures"])
    let outcomes = try charter("tfi/2010").indicators.filter { $0.ground.source == ["P6"] }.map(\.id)
    #expect(outcomes == ["deaths", "smoke-exposure"])
  }

  @Test func r152_theTradeNetworkIsTiedByAMemorandum() throws {
    let network = try charter("traffic/2010")
    let capacity = try #require(network.linkage.parts["capacity"])
    #expect(capacity.modality == .memorandum && capacity.targets == ["cites-secretariat"])
    #expect(try root("traffic/2010")["agreements"]?["mou-1999"]?["signed"]?.text == "1999")
    #expect(network.period.since == When(1976))
  }

  @Test func r155_activitiesServeThePrioritiesOfPartners() throws {
    let serve = try root("traffic/2010")["activities-serve"]
    #expect(serve?.text == "partner-priority-actions" && serve?.ground.source == ["P7"])
  }
}
