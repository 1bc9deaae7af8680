import App
import ArgumentParser
import Kernel

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the portal and the API until it is told to stop.",
    discussion: """
      Examples: entente serve --port 8080
                entente serve --partnership gmp=gmp.sqlite --partnership basel=basel.sqlite
      It listens on this machine only, unless --host says otherwise. Several partnerships are served below their \
      names, each with its own store, API, metrics and health.
      """)
  @Option(help: "The address to listen on (default: 127.0.0.1)") var host: String?
  @Option(help: "The port (default: 8080)") var port: Int?
  @Option(help: "One of several partnerships: NAME=FILE or NAME=URL; may stand more than once")
  var partnership: [String] = []
  @OptionGroup var common: Common

  func run() async throws {
    let settings = try common.settings(["host": host, "port": port.map(String.init)])
    guard let port = Int(settings["port"]), 0...65_535 ~= port else {
      throw Refusal("port", ["port": .text(settings["port"])])
    }
    let several = partnership.isEmpty ? settings.partnerships : partnership
    guard several.isEmpty else {
      return try await Server.run(
        Installation(several), host: settings["host"], port: port, log: settings["log"],
        version: Version.current)
    }
    let partnership = try await common.open()
    try await Server.run(
      partnership, host: settings["host"], port: port, log: settings["log"], version: Version.current)
  }
}
