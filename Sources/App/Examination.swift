internal import Foundation
public import Kernel
internal import Store
internal import Wording

/// One thing that was looked at, and whether it is as it should be.
public struct HealthFinding: Sendable {
  public let isGood: Bool
  public let phrase: Phrase

  init(isGood: Bool, _ key: String, _ values: [String: Phrase.Value] = [:], count: Int? = nil) {
    self.isGood = isGood
    phrase = Phrase("health.\(key)", values, count: count)
  }

  init(bad refusal: Refusal) {
    isGood = false
    phrase = refusal.phrase
  }
}

extension Partnership {
  /// The store looked over: the journal's chain, the tables against the journal, the shapes of the tables.
  public func examine(
    progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> [HealthFinding] {
    var findings: [HealthFinding] = []
    do {
      let chain = try await database.read { try $0.verifyChain { progress("Acts checked", $0) } }
      findings.append(.init(isGood: true, "chain", ["acts": "\(chain.acts)"]))
      if chain.erased > 0 { findings.append(.init(isGood: true, "erased", count: chain.erased)) }
    } catch let refusal as Refusal where refusal.code == "broken-chain" {
      findings.append(.init(bad: refusal))
    }
    do {
      let acts = try await database.read { connection in
        try Capabilities.projection.checkActs(connection) { progress("Acts read", $0) }
        return try connection.journalHead().seq
      }
      findings.append(acts > 0 ? .init(isGood: true, "acts") : .init(isGood: false, "acts.none"))
    } catch let refusal as Refusal where ["act", "newer-program"].contains(refusal.code) {
      findings.append(.init(bad: refusal))
    }
    findings += try await database.read { try $0.followers() }.map(Self.finding)
    let amiss = try await database.read { try $0.contactsAmiss() }
    findings.append(
      amiss == 0
        ? .init(isGood: true, "contacts")
        : .init(isGood: false, "contacts.amiss", ["number": "\(amiss.magnitude)"]))
    for process in ProcessesOnRemovedFiles.on(database.place) {
      findings.append(
        .init(isGood: false, "removed-file", ["process": "\(process)", "path": .text(database.place)]))
    }
    let outdated = try await database.read { try Capabilities.projection.outdated($0).map { $0.kind } }
    findings.append(
      outdated.isEmpty
        ? .init(isGood: true, "shapes")
        : .init(isGood: false, "shapes.older", ["tables": .text(outdated.joined(separator: ", "))]))
    do {
      let different = try await differences { progress("Records compared", $0) }
      findings.append(
        different.isEmpty
          ? .init(isGood: true, "tables")
          : .init(isGood: false, "tables.differ", ["tables": .text(different.joined(separator: ", "))]))
    } catch let refusal as Refusal {
      findings.append(
        .init(isGood: false, "tables.not-compared", ["reason": .phrase(refusal.phrase)]))
    }
    return findings
  }

  private static func finding(_ follower: FollowerState) -> HealthFinding {
    guard follower.failures > 0 else {
      return .init(
        isGood: true, "follower", ["follower": .text(follower.name), "act": "\(follower.seq)"])
    }
    return .init(
      isGood: false, "follower.fails",
      [
        "follower": .text(follower.name), "times": "\(follower.failures)", "act": "\(follower.seq)",
        "reason": follower.trouble.map { .text($0) } ?? .phrase(Phrase("health.follower.no-reason")),
      ])
  }
}

/// Programs that go on with a file of a name after it was removed or replaced: what they write nobody finds again.
private enum ProcessesOnRemovedFiles {
  /// As far as this machine lets us look; Linux tells it in /proc.
  static func on(_ path: String) -> [Int] {
    guard path.contains("/") || FileManager.default.fileExists(atPath: path) else { return [] }
    let removed = URL(fileURLWithPath: path).resolvingSymlinksInPath().path + " (deleted)"
    let files = FileManager.default
    return ((try? files.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap(Int.init).filter { process in
      let folder = "/proc/\(process)/fd"
      return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).contains {
        (try? files.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == removed
      }
    }.sorted()
  }
}

extension StoreAddress {
  /// A setting's value for showing: an address without its password.
  public static func shown(_ setting: Setting) -> String {
    if setting.name == "partnerships" {
      return (try? Installation(setting.value.split(separator: ",").map(String.init)))?.places.map {
        "\($0.name)=\($0.address)"
      }.joined(separator: ",") ?? "not readable"
    }
    return setting.name == "database" ? StoreAddress(setting.value).description : setting.value
  }
}
