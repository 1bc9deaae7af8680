/// What was read of a charter, key by key: how the tests know that what is declared as read is read, and the rest is not.
final class KeyReads {
  private(set) var paths: Set<String> = []

  func note(_ block: String, _ key: String) { paths.insert(block.isEmpty ? key : "\(block).\(key)") }
}
