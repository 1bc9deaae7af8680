public import Kernel
public import Markup
public import Telling

/// What the page of any record shows besides, for a kind whose capability says so. The page itself knows no kind.
public struct RecordAddition: Sendable {
  public typealias Reading<T> = @Sendable (Loading, String) throws -> T

  public let kind: String
  /// What a record of the kind is called, where no field of it is its name.
  public let name: Reading<Said?>
  /// Pages that show more of it: a body's motions.
  public let doors: Reading<[(name: String, address: Address)]>
  /// A section of the page, read now and told with it.
  public let section: Reading<(@Sendable (Page) -> HTML)?>

  public init(
    to type: any Record.Type, name: @escaping Reading<Said?> = { _, _ in nil },
    doors: @escaping Reading<[(name: String, address: Address)]> = { _, _ in [] },
    section: @escaping Reading<(@Sendable (Page) -> HTML)?> = { _, _ in nil }
  ) {
    kind = type.kind
    (self.name, self.doors, self.section) = (name, doors, section)
  }
}
