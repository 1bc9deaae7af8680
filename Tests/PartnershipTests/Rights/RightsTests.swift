import Acting
@testable import App
import Charters
import Kernel
import Store
import Testing
import Wording

/// The rights as they are declared against the table written by hand.
@Suite struct RightsTests {
  private static let book = Capabilities.verbs

  /// What every kind has that the table says nothing else of: the secretariat adds, corrects and takes back.
  private static func expected(_ verb: any DeclaredVerb) -> RightsByHand.Row? {
    let row = RightsByHand.all.first { $0.kind == verb.kind && $0.verb == verb.name }
    guard row == nil, Keeps.all.contains(verb.name) else { return row }
    return RightsByHand.Row(kind: verb.kind, verb: verb.name, states: [], who: ["S"])
  }

  @Test func everyVerbHasItsRowAndEveryRowItsVerb() {
    for verb in Self.book.verbs {
      #expect(Self.expected(verb) != nil, "\(verb.kind) \(verb.name) has no row in the table by hand")
    }
    for row in RightsByHand.all {
      #expect(
        Self.book.verbs.contains { $0.kind == row.kind && $0.name == row.verb },
        "there is no verb \(row.kind) \(row.verb)")
    }
    #expect(Set(RightsByHand.all.map { "\($0.kind) \($0.verb)" }).count == RightsByHand.all.count)
  }

  /// Every verb, in every state of its record, for every capacity.
  @Test(arguments: RightsStore.Engine.allCases)
  func r163_whoMayIsWhatTheTableSays(engine: RightsStore.Engine) async throws {
    let charter = try RightsStore.charter()
    let (cells, differences) = try await RightsStore.with(engine) { connection in
      var cells = 0
      var differences: [String] = []
      let occasion = Occasion(
        Intent("", by: "x", as: .secretariat), under: OneCharter(charter: charter), today: .today, connection)
      for verb in Self.book.verbs {
        guard let row = Self.expected(verb) else { continue }
        let states = RightsStore.states(of: verb.kind)
        for state in states.isEmpty ? [""] : states {
          if !state.isEmpty { try RightsStore.put(verb.kind, into: state, connection) }
          let holders = try verb.holders(on: verb.makes ? nil : "x", occasion)
          let lets = row.states.isEmpty || row.states.contains(state)
          for (letter, capacity) in RightsStore.capacities {
            cells += 1
            let may = lets && row.who.contains(letter)
            if holders.include(capacity) != may {
              differences.append(
                "\(verb.kind) \(verb.name) from \(state): \(capacity) \(may ? "may" : "may not")")
            }
          }
        }
      }
      return (cells, differences.sorted())
    }
    #expect(differences == [])
    #expect(cells > 5000)
  }

  /// Nothing that a person or a program sends is the software itself.
  @Test func whatIsTheSoftwaresOwnIsOfferedToNobody() async throws {
    let charter = try RightsStore.charter()
    let offered = try await RightsStore.with { connection in
      let occasion = Occasion(
        Intent("", by: "x", as: .secretariat), under: OneCharter(charter: charter), today: .today, connection)
      return try Self.book.offers(on: "x", of: "charter-edition", occasion).map(\.verb.name)
    }
    #expect(offered == [])
  }

  /// A right, a verb and its inputs are said in every language that has words.
  @Test(arguments: [Language.en, .fr]) func everyVerbAndRightHasItsWords(language: Language) {
    for verb in Self.book.verbs {
      for phrase in [verb.phrase, verb.may.phrase(for: verb.kind)] {
        let text = phrase.translated
        #expect(text[language]?.isEmpty == false, "\(phrase.key) in \(language)")
        #expect(
          text[language]?.contains("right.") != true, "\(verb.kind) \(verb.name): \(text[language] ?? "")")
      }
    }
  }
}
