import Charters
import Kernel
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// Rules of decision in sentences: every rule of every charter that comes with the software.
@Suite struct RuleTellerTests {
  private static func sentences(
    _ model: String, _ edition: String, _ rule: String, _ language: Language = .en
  )
    throws -> [String]
  {
    let charter = try #require(Models.reading(model, edition: edition)?.charter)
    let found = try #require(charter.rules.first { $0.id == rule })
    return RuleTeller(rule: found, charter: charter, words: Words.of(language), name: { $0 }).sentences
  }

  @Test(arguments: Words.languages) func everyRuleOfEveryCharterIsTold(language: Language) {
    var told = 0
    for charter in Models.all.map(\.charter) {
      for rule in charter.rules {
        let teller = RuleTeller(rule: rule, charter: charter, words: Words.of(language), name: { $0 })
        let sentences = teller.sentences + teller.seconding + [teller.effect(on: nil)]
        for sentence in sentences {
          #expect(
            !sentence.contains("{") && !sentence.contains("ruling."),
            "\(charter.label) \(rule.id): \(sentence)")
        }
        #expect(rule.kind == .admissibility || sentences.count > 2, "\(charter.label) \(rule.id)")
        told += 1
      }
    }
    #expect(told > 15)
  }

  @Test func theChineseVariantSharesWeightAmongThoseWhoCast() throws {
    #expect(
      try Self.sentences("fsc", "2017", "chambers-china") == [
        "The chambers share the whole vote: environmental 1/3, social 1/3 and economic 1/3.",
        "The weight is shared among those who cast a vote.",
        "Quorum, in each chamber: at least 1/2 of the members, casting a vote.",
        "Without a quorum a second ballot may be held within 60 days.",
        "To be carried, overall: at least 333/500 of votes cast in favour.",
        "Abstentions count as votes cast.",
        "One holder may vote by proxy for organisations: at most 5; for individuals: any number.",
        "Only members in good standing vote.", "A declared interest is shown, and the vote counts.",
      ])
  }

  @Test func consensusSaysWhatFollowsIt() throws {
    #expect(
      try Self.sentences("fsc", "2017", "consensus").prefix(2) == [
        "Carried where nobody present sustains an objection.",
        "One holder may vote by proxy for organisations: at most 5; for individuals: any number.",
      ])
    #expect(
      try Self.sentences("fsc", "2017", "consensus").contains(
        "Otherwise another rule follows: majority in each chamber and overall."))
  }

  @Test func aCommitteeOfTheHostSaysWhoAppointsAndWhoBreaksATie() throws {
    let told = try Self.sentences("gard", "2020", "host-appointed", .fr)
    #expect(told.contains("Les membres sont nommés par cet organe : who."))
    #expect(told.contains("En cas d’égalité des voix, la présidence tranche : who."))
    #expect(told.contains("Aucun quorum n’est exigé."))
  }
}
