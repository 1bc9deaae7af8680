internal import Kernel
internal import Logging
internal import Web

/// Several partnerships that one process serves: the name of each, and where it is kept.
public struct Installation: Sendable {
  public let places: [(name: String, address: StoreAddress)]

  /// Reads `gmp=FILE|URL` words.
  ///
  /// - Throws: a `Refusal` for a name that is none, one that stands twice, or two names for one store.
  public init(_ words: [String]) throws {
    var places: [(name: String, address: StoreAddress)] = []
    for word in words {
      guard let equals = word.firstIndex(of: "="), !word[word.index(after: equals)...].isEmpty else {
        throw Refusal("partnership.place", ["word": "\(word.prefix(60))"], field: "partnership")
      }
      let name = String(word[..<equals])
      let address = StoreAddress(String(word[word.index(after: equals)...]))
      guard name.isWord, !name.contains("."), !InstallationResponder.reserved.contains(name) else {
        throw Refusal(
          "partnership.name",
          ["name": "\(name.prefix(60))", "reserved": .list(InstallationResponder.reserved.sorted())],
          field: "partnership")
      }
      guard !places.contains(where: { $0.name == name }) else {
        throw Refusal("partnership.twice", ["name": .text(name)], field: "partnership")
      }
      if let other = places.first(where: { $0.address.description == address.description }) {
        throw Refusal(
          "partnership.shared", ["other": .text(other.name), "name": .text(name), "address": "\(address)"],
          field: "partnership")
      }
      places.append((name, address))
    }
    self.places = places
  }

  /// Opens every store that can be opened; one that cannot is told in the log, and the others are served.
  func open(
    version: String, log: Logger
  ) async -> (responder: InstallationResponder, opened: [Partnership]) {
    var served: [(name: String, place: InstallationResponder.Place)] = []
    var opened: [Partnership] = []
    for (name, address) in places {
      do {
        let partnership = try await Partnership.open(at: address)
        opened.append(partnership)
        served.append((name, .open(PortalResponder(partnership.served(at: [name], log), version: version))))
      } catch {
        log.error("\(name) is not served", metadata: ["reason": "\(error)"])
        served.append((name, .closed))
      }
    }
    return (InstallationResponder(served), opened)
  }
}
