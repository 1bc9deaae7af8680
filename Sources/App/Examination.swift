internal import Acting
internal import Foundation
public import Kernel
internal import Proofs
internal import Registry
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
      if chain.erased > 0 { findings.append(try await examineErased(chain.erased)) }
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
    findings.append(try await examineTree { progress("Hashes compared", $0) })
    findings.append(examineKey())
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

  /// What was sealed goes by an act that says so: on the record, or on the person whom it named.
  private func examineErased(_ count: Int) async throws -> HealthFinding {
    let unexplained = try await database.read { connection in
      try connection.rows(
        """
        SELECT seq, kind, record FROM act a WHERE seal IS NOT NULL AND part IS NULL AND NOT EXISTS (
          SELECT 1 FROM act b WHERE b.kind = a.kind AND b.record = a.record AND b.seq >= a.seq
          AND b.verb IN \(anyOf: [Keeps.erase, Keeps.takeBack]))
        AND NOT EXISTS (
          SELECT 1 FROM act b WHERE a.kind = \(Expertise.kind) AND b.kind = \(Person.kind) AND b.seq >= a.seq
          AND b.verb = \(Keeps.erase))
        ORDER BY seq LIMIT 1
        """
      ) { (seq: try $0.integer(), kind: try $0.text(), record: try $0.text()) }.first
    }
    guard let (seq, kind, record) = unexplained else { return .init(isGood: true, "erased", count: count) }
    return .init(
      isGood: false, "erased.by-nobody",
      ["act": "\(seq)", "kind": .text(kind), "record": .text(record)])
  }

  private func examineTree(progress: @escaping @Sendable (Int) -> Void) async throws -> HealthFinding {
    guard let amiss = try await database.read({ try $0.treeAmiss(progress: progress) }) else {
      return .init(isGood: true, "tree")
    }
    return .init(isGood: false, "tree.amiss", ["level": "\(amiss.level)", "place": "\(amiss.place)"])
  }

  /// A store that was restored or moved has no key until somebody makes one: nothing is lost, so nothing is wrong.
  private func examineKey() -> HealthFinding {
    do {
      guard let key = try LogKey.read(for: address) else {
        return .init(isGood: true, "key.none", ["path": .text(LogKey.place(for: address))])
      }
      return .init(
        isGood: true, "key", ["path": .text(key.place), "key": .text(key.signer.verifier.description)])
    } catch {
      return .init(
        bad: error as? Refusal ?? Refusal("not-there", ["path": .text(LogKey.place(for: address))]))
    }
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
