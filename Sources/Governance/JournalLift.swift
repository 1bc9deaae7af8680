public import Acting
public import Kernel

/// The journal was brought from its first form to today's, once. What the chain came to before is kept here, so that who noted
/// its last hash can still ask for it.
public struct JournalLift: Record {
  public var id: ID
  /// How many acts there were.
  public var acts: Int
  /// The hash of the last of them, in hexadecimal.
  public var head: String

  public init(id: ID, acts: Int, head: String) {
    self.id = id
    self.acts = acts
    self.head = head
  }

  public static let schema = Schema(
    "journal-lift", JournalLift.init,
    Field("id", \.id),
    Field("acts", \.acts),
    Field("head", \.head, .notEmpty))

  /// Only `entente journal lift` makes one.
  public static let keeping = Keeping(JournalLift.self, add: .system, correct: .system, takeBack: .system)
}
