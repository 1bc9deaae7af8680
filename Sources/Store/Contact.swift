internal import Kernel

/// How to reach a person. It stands outside the journal, so that it can be erased and is then gone: what remains in
/// the journal is the person's id, and for whom they acted.
public struct Contact: Sendable, Hashable {
  public let person: String
  public var name: String
  public var email: String?
  public var phone: String?
  public var note: String?

  public init(
    person: String, name: String, email: String? = nil, phone: String? = nil, note: String? = nil
  ) {
    self.person = person
    self.name = name
    self.email = email
    self.phone = phone
    self.note = note
  }

  static let table = SideTable(
    "contact", inBackup: .copied, onRebuild: .kept, onErasure: .rowsGo(naming: "person"),
    isOlderThanMigrations: true,
    Migration(
      .create(
        [
          SideColumn("person", .text), SideColumn("name", .text),
          SideColumn("email", .text, isRequired: false),
          SideColumn("phone", .text, isRequired: false), SideColumn("note", .text, isRequired: false),
        ], key: ["person"])))
}

extension Connection {
  public func contacts() throws -> [Contact] {
    try rows("SELECT person, name, email, phone, note FROM contact ORDER BY person") {
      Contact(
        person: try $0.text(), name: try $0.text(), email: try String?(row: $0),
        phone: try String?(row: $0), note: try String?(row: $0))
    }
  }

  public func contact(of person: String) throws -> Contact? {
    try rows("SELECT person, name, email, phone, note FROM contact WHERE person = \(person)") {
      Contact(
        person: try $0.text(), name: try $0.text(), email: try String?(row: $0),
        phone: try String?(row: $0), note: try String?(row: $0))
    }.first
  }

  public func keep(_ contact: Contact) throws {
    // What a changed row held before is written over as well.
    if dialect == .sqlite { try execute("PRAGMA secure_delete = ON") }
    let isNew = try self.contact(of: contact.person) == nil
    try run(
      """
      INSERT INTO contact (person, name, email, phone, note)
      VALUES (\(contact.person), \(contact.name), \(contact.email), \(contact.phone), \(contact.note))
      ON CONFLICT (person) DO UPDATE SET name = excluded.name, email = excluded.email,
      phone = excluded.phone, note = excluded.note
      """)
    try noteSideRows(of: Contact.table.name, isNew ? 1 : 0)
  }

  /// Erases the row and the bytes it stood in. `RecordStore.forgetErased` does the rest once this has committed.
  ///
  /// - Returns: whether there was anything to erase.
  @discardableResult
  public func eraseContact(of person: String) throws -> Bool {
    try eraseRows(of: Contact.table.name, naming: ("person", person))
  }
}
