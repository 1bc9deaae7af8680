import Charters
import Kernel
import Testing

/// The Basel programme adopts a document section by section (informea-bc-13).
@Suite struct PartAdoptionTests {
  static let deliverables = """
    deliverables:
      part-states: [draft, group-approved, submitted, adopted, adopted-interim, withdrawn]
      movers: {group-approved: working-group, adopted: cop, adopted-interim: cop, withdrawn: cop}
    """
  static let bodies = """
      cop: {kind: treaty, name: {fr: Conférence, en: Conference}}
      pace-group: {kind: working-group, name: {fr: Groupe, en: Group}}
    """

  private static func read(_ deliverables: String) -> CharterReading {
    let text = DecidingCharter.text(
      rules: "        consensus: {kind: consensus, absent: sustained-opposition, fallback: none}",
      bodies: bodies)
    return Charter.read(Array((text + "\n" + deliverables).utf8), name: "trial.yaml")
  }

  @Test(arguments: [
    ("cop", "treaty", "adopted", true), ("cop", "treaty", "adopted-interim", true),
    ("cop", "treaty", "withdrawn", true), ("cop", "treaty", "group-approved", false),
    ("pace-group", "working-group", "group-approved", true),
    ("pace-group", "working-group", "adopted", false),
    ("pace-group", "working-group", "submitted", true), ("cop", "treaty", "burnt", false),
  ])
  func theCharterSaysWhoBringsAPartToAState(body: String, kind: String, state: String, may: Bool) throws {
    let reading = Self.read(Self.deliverables)
    #expect(reading.faults.map(\.sentence) == [])
    let adoption = try #require(reading.charter?.partAdoption)
    #expect(adoption.lets(body, ofKind: kind, bringTo: state) == may)
  }

  @Test func aStateOrABodyThatIsNotThereIsRefused() {
    let reading = Self.read(
      Self.deliverables.replacing("adopted-interim: cop", with: "adopted-interm: cop").replacing(
        "withdrawn: cop", with: "withdrawn: cp"))
    #expect(
      reading.faults.map(\.sentence).sorted() == [
        "deliverables.movers names the state of a part \u{201C}adopted-interm\u{201D}, which this charter does not declare; did you mean \u{201C}adopted-interim\u{201D}?",
        "deliverables.movers.withdrawn names the body \u{201C}cp\u{201D}, which this charter does not declare; did you mean \u{201C}cop\u{201D}?",
      ])
  }
}
