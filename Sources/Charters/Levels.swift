public import Kernel

/// At which level a problem lies (A1); one network of the appendix adds the regional one.
public enum ProblemLevel: String, Code, Sendable, Hashable { case local, national, regional, international }

/// At which levels the partnership works.
public struct Levels: Sendable, Hashable {
  /// Levels of the problems it treats; empty where the charter does not say.
  public let problem: [ProblemLevel]
  public let problemGround: Ground
  /// Levels of society at which it mobilises, in the charter's words: national, sector, community ... (N4a)
  public let society: [String]
  public let societyGround: Ground
}

extension CharterReader {
  func levels() -> Levels {
    let (problem, society) = (root["levels"], root["society-levels"])
    return Levels(
      problem: (problem?.words ?? []).compactMap(ProblemLevel.init),
      problemGround: problem?.ground ?? Ground(), society: society?.words ?? [],
      societyGround: society?.ground ?? Ground())
  }
}
