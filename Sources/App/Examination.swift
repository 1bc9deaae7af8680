internal import Kernel
internal import Store
internal import Wording

/// One thing that was looked at, and whether it is as it should be.
public struct HealthFinding: Sendable {
  public let isGood: Bool
  public let sentence: String
}

extension Partnership {
  /// The store looked over: the journal's chain, the tables against the journal, the shapes of the tables.
  public func examine(
    progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> [HealthFinding] {
    var findings: [HealthFinding] = []
    do {
      let chain = try await database.read { try $0.verifyChain { progress("Acts checked", $0) } }
      findings.append(.init(isGood: true, sentence: "\(chain.acts) acts follow from one another"))
    } catch let refusal as Refusal where refusal.code == "broken-chain" {
      findings.append(.init(isGood: false, sentence: refusal.sentence))
    }
    findings += try await database.read { try $0.followers() }.map(Self.finding)
    let outdated = try await database.read { try Capabilities.projection.outdated($0).map { $0.kind } }
    findings.append(
      outdated.isEmpty
        ? .init(isGood: true, sentence: "every table has the shape of today's declarations")
        : .init(
          isGood: false,
          sentence: "tables of an older shape: \(outdated.joined(separator: ", ")); run rebuild"))
    do {
      let different = try await differences { progress("Records compared", $0) }
      findings.append(
        different.isEmpty
          ? .init(isGood: true, sentence: "every table holds what the journal says")
          : .init(
            isGood: false,
            sentence: "tables that differ from the journal: \(different.joined(separator: ", ")); run rebuild"
          ))
    } catch let refusal as Refusal {
      findings.append(
        .init(isGood: false, sentence: "the tables cannot be compared with the journal: \(refusal)"))
    }
    return findings
  }

  private static func finding(_ follower: FollowerState) -> HealthFinding {
    guard follower.failures > 0 else {
      return .init(isGood: true, sentence: "the follower \(follower.name) has done act \(follower.seq)")
    }
    return .init(
      isGood: false,
      sentence: "the follower \(follower.name) failed \(follower.failures) times behind act \(follower.seq): "
        + "\(follower.trouble ?? "no reason given"); it goes on trying")
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
