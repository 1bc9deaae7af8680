internal import Foundation
internal import Kernel
internal import Yams

/// One setting with the place it came from, so that `entente doctor` can say why things are as they are.
public struct Setting: Sendable {
  public let name: String
  public let value: String
  public let origin: String
}

/// Settings by precedence: what was typed, then `ENTENTE_*`, then `entente.yaml` in the working folder, then ours.
public struct Settings: Sendable {
  /// Name and what holds where nobody says otherwise.
  public static let known: [(name: String, usual: String)] = [
    ("database", "data/entente.sqlite"), ("charters", "built in"), ("language", "en"),
    ("host", "127.0.0.1"), ("port", "8080"), ("log", "info"),
    ("partnerships", ""),
  ]
  public let all: [Setting]

  /// - Parameters:
  ///   - typed: what stood on the command line, by name.
  ///   - environment: the process's, if nil.
  ///   - file: the text of `entente.yaml`; the one in the working folder, if nil.
  /// - Throws: a `Refusal` if `entente.yaml` is there and cannot be read, or names a setting that does not exist.
  public init(
    typed: [String: String?], environment: [String: String]? = nil, file: String? = nil
  ) throws {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let file =
      file ?? FileManager.default.contents(atPath: "entente.yaml").map { String(decoding: $0, as: UTF8.self) }
    let fromFile = try file.map(Self.read) ?? [:]
    all = Self.known.map { name, usual in
      if let value = typed[name] ?? nil { return Setting(name: name, value: value, origin: "command line") }
      let variable = "ENTENTE_" + name.uppercased()
      if let value = environment[variable], !value.isEmpty {
        return Setting(name: name, value: value, origin: variable)
      }
      if let value = fromFile[name] { return Setting(name: name, value: value, origin: "entente.yaml") }
      return Setting(name: name, value: usual, origin: "default")
    }
  }

  /// Several partnerships to serve, as `NAME=FILE`; none where one alone is served.
  public var partnerships: [String] { self["partnerships"].split(separator: ",").map(String.init) }

  public subscript(_ name: String) -> String { all.first { $0.name == name }?.value ?? "" }

  private static func read(_ text: String) throws -> [String: String] {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw Refusal("settings.unreadable", ["error": "\(error)"], file: "entente.yaml")
    }
    guard let mapping = node?.mapping else { return [:] }
    var values: [String: String] = [:]
    for (key, value) in mapping {
      if key.string == "partnerships", let places = value.mapping {
        values["partnerships"] = places.compactMap { name, place in
          name.string.flatMap { name in place.scalar.map { "\(name)=\($0.string)" } }
        }.joined(separator: ",")
        continue
      }
      guard let name = key.string, let text = value.scalar?.string, known.contains(where: { $0.name == name })
      else {
        throw Refusal(
          "settings", ["key": .text(key.string ?? "?"), "known": .list(known.map(\.name))],
          file: "entente.yaml", line: key.mark?.line)
      }
      values[name] = text
    }
    return values
  }
}
