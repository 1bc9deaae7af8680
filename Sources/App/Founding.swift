public import Kernel
public import Store

public enum Founding {
  public static func found(
    _ charter: String, at address: StoreAddress, charters: String?, isEmpty: Bool, report: (String) -> Void
  ) async throws -> (name: String, acts: Int, records: Int) {
    (charter, 0, 0)
  }
}
