import Acting
import App
import Foundation
import Kernel
import Testing

/// What is told of rights: the page of the reference, and data for programs.
@Suite struct RightsReferenceTests {
  @Test func thePageOfTheReferenceIsWhatTheVerbsSay() throws {
    let page = try String(
      contentsOf: Founded.root.appending(path: "docs/reference/rights.md"), encoding: .utf8)
    #expect(RightsReference.text(Capabilities.verbs, in: .en) == page)
  }

  @Test func aRightOfSeveralIsOneListForAProgram() {
    var json = JSONWriter()
    Right.secretariatOr(.member(.field("body")), .lead(.input("area"))).write(to: &json)
    #expect(
      json.text
        == #"{"right":"any","of":[{"right":"secretariat"},{"right":"member","place":{"field":"body"}},{"right":"lead","place":{"input":"area"}}]}"#
    )
  }
}
