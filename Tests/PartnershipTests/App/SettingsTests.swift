import App
import Kernel
import Testing
import Wording

/// What `entente.yaml` may say, and whose word comes first.
@Suite struct SettingsTests {
  private static func settings(
    _ file: String, typed: [String: String?] = [:], environment: [String: String] = [:]
  ) throws -> Settings {
    try Settings(typed: typed, environment: environment, file: file)
  }

  /// A word that is mistaken would leave things as they are, and nobody would know why.
  @Test func whatIsNoSettingIsRefusedWithItsLine() {
    let refusal = #expect(throws: Refusal.self) { try Self.settings("port: 9000\nprot: 9001\n") }
    #expect(refusal?.code == "settings")
    #expect(refusal?.file == "entente.yaml")
    #expect(refusal?.line == 2)
    #expect(
      refusal?.sentence
        == "“prot” is no setting; there are database, charters, language, host, port, log, partnerships")
  }

  @Test func theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFile() throws {
    let file = "port: 9000\nlog: debug\nlanguage: fr\n"
    let settings = try Self.settings(
      file, typed: ["port": "9002", "log": nil],
      environment: ["ENTENTE_PORT": "9001", "ENTENTE_LOG": "error"])
    #expect(
      ["port", "log", "language", "host"].map { settings[$0] } == ["9002", "error", "fr", "127.0.0.1"])
    #expect(
      settings.all.filter { ["port", "log", "language", "host"].contains($0.name) }.map(\.origin)
        == ["entente.yaml", "default", "command line", "ENTENTE_LOG"])
  }

  /// libpq's other form is told from a file that has a sign of equality in its name.
  @Test(arguments: [
    ("host=db dbname=gmp", false), ("dbname=gmp", false), (" dbname = gmp", false),
    ("postgres://db/gmp", false),
    ("data/entente.sqlite", true), ("a=b.sqlite", true), ("my store=2.sqlite", true),
    ("old host=2.sqlite", true),
    ("=host", true),
  ]) func anAddressIsAFileOrAServer(text: String, isFile: Bool) {
    #expect(StoreAddress(text).isFile == isFile)
  }
}
