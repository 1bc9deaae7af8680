internal import Kernel
internal import Synchronization
internal import Telling

/// Counts over many records, and the order in which a list shows them, kept until the next act. Counting a million partners
/// takes a second; a page that shows the number takes none, because between two acts it cannot change.
public final class CountBook: Sendable {
  private struct Kept {
    var head = 0
    var counts: [String: [String: Int]] = [:]
    var orders: [String: [String]] = [:]
  }
  private let kept = Mutex(Kept())
  /// How many different counts are kept; days that nobody else asks for push each other out.
  private static let most = 64
  /// The same of orders, each of which may name every partner.
  private static let mostOrders = 16

  /// - Parameters:
  ///   - what: the count's name, with everything it depends on beside the records.
  ///   - head: the number of the journal's last act.
  public func counts(_ what: String, at head: Int, _ count: () throws -> [String: Int]) rethrows -> [String:
    Int]
  {
    if let known = kept.withLock({ $0.head == head ? $0.counts[what] : nil }) { return known }
    let counted = try count()
    kept.withLock { kept in
      if head > kept.head { kept = Kept(head: head) }
      if kept.counts.count >= Self.most { kept.counts.removeAll() }
      if head == kept.head { kept.counts[what] = counted }
    }
    return counted
  }

  /// Ids in the order of a list.
  ///
  /// - Parameters:
  ///   - what: the list's name, with everything it depends on beside the records.
  ///   - head: the number of the journal's last act.
  public func order(_ what: String, at head: Int, _ order: () throws -> [String]) rethrows -> [String] {
    if let known = kept.withLock({ $0.head == head ? $0.orders[what] : nil }) { return known }
    let ordered = try order()
    kept.withLock { kept in
      if head > kept.head { kept = Kept(head: head) }
      if kept.orders.count >= Self.mostOrders { kept.orders.removeAll() }
      if head == kept.head { kept.orders[what] = ordered }
    }
    return ordered
  }
}
