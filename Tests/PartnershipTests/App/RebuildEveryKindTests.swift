@testable import App
import Kernel
import Store
import Testing

/// Tables of every kind are made anew on both engines, with what refers to what and the chosen indexes.
@Suite struct RebuildEveryKindTests {
  @Test(arguments: RightsStore.Engine.allCases)
  func everyTableIsMadeAnewWithItsReferencesAndIndexes(engine: RightsStore.Engine) async throws {
    let database = try await RightsStore.open(engine)
    let projection = Capabilities.projection
    let before = try await database.read { try projection.fingerprints($0) }
    let count = try await database.rebuild { try projection.rebuild($0) }
    let after = try await database.read { try projection.fingerprints($0) }
    try await database.close()
    #expect(count == Capabilities.records.count)
    #expect(after == before)
  }
}
