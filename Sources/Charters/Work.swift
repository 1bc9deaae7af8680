internal import Kernel

/// What comes out of the partnership's work, and whom it serves.
public struct Work: Sendable, Hashable {
  /// Kinds of things that its meetings and projects give, in the charter's words: options-paper ... Empty where the
  /// charter does not say (A14).
  public let outputs: [String]
  public let outputsGround: Ground
  /// Whether activities serve the priority actions of its partners (P7).
  public let servesPartners: Bool
  public let servesGround: Ground
}

extension CharterReader {
  func work() -> Work {
    let (outputs, serve) = (root["outputs"], root["activities-serve"])
    return Work(
      outputs: outputs?.words ?? [], outputsGround: outputs?.ground ?? Ground(),
      servesPartners: serve?.word == "partner-priority-actions", servesGround: serve?.ground ?? Ground())
  }
}
