import Charters
import Kernel
import Testing
import Wording

@Suite struct CharterCheckTests {
  @Test(arguments: ["2010", "2020"]) func theShippedCharterIsClean(edition: String) throws {
    let reading = Charter.read(
      Array(try CharterFiles.text(edition).utf8), name: "\(edition).yaml", sources: try CharterFiles.sources()
    )
    #expect(reading.faults.map(\.refusal.description) == [])
    #expect(reading.charter?.edition == edition)
  }
}
