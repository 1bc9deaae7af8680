public import Kernel

extension Capacity {
  /// Whether someone acts for a body: as its member, or as the secretariat that keeps its papers.
  public var speaksForABody: Bool {
    if case .member = self { return true }
    return self == .secretariat
  }
}
