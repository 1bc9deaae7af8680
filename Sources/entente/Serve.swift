import App
import ArgumentParser
import Kernel

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the portal and the API until it is told to stop.",
    discussion:
      "Example: entente serve --port 8080. It listens on this machine only, unless --host says otherwise.")
  @Option(help: "The address to listen on (default: 127.0.0.1)") var host: String?
  @Option(help: "The port (default: 8080)") var port: Int?
  @OptionGroup var common: Common

  func run() async throws {
    let settings = try common.settings(["host": host, "port": port.map(String.init)])
    guard let port = Int(settings["port"]), 0...65_535 ~= port else {
      throw Refusal("port", "the port is a number from 0 to 65535, not \(settings["port"])")
    }
    let partnership = try await common.open()
    try await Server.run(
      partnership, host: settings["host"], port: port, log: settings["log"], version: Version.current)
  }
}
