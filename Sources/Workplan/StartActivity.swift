public import Charters
public import Kernel

extension Activity {
  /// Whether the charter lets it start: where it asks for need and source first, both are stated (N4d).
  ///
  /// - Parameter action: the priority action it carries out, which may state them for it.
  public func refusals(toStartUnder charter: Charter, _ action: PriorityAction?) -> [Refusal] {
    charter.beforeStart.compactMap { word in
      switch word {
      case "need" where need == nil && action?.need == nil:
        Refusal("need", ["activity": "\(id)"], field: "need")
      case "intended-source" where (intendedSource?.isEmpty ?? true) && !(action?.hasMeans ?? false):
        Refusal("intended-source", ["activity": "\(id)"], field: "intended_source")
      default: nil
      }
    }
  }
}
