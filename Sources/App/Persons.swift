internal import Acting
public import Kernel
internal import Registry
public import Store

/// How people are reached. None of it is in the journal.
extension Partnership {
  /// - Throws: a `Refusal` if nothing is kept of the person.
  public func contact(of person: String) async throws -> Contact {
    guard let contact = try await database.read({ try $0.contact(of: person) }) else {
      throw Refusal("not-found.reach", ["person": "\(person.prefix(60))"])
    }
    return contact
  }

  public func reach(
    _ person: String, name: String, email: String?, phone: String?, note: String?
  ) async throws {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw Refusal("empty.name", field: "name")
    }
    if let email, !email.contains("@") {
      throw Refusal("email", ["email": "\(email.prefix(60))"], field: "email")
    }
    try await database.write { connection in
      guard let found = try connection.one(Person.ID(person)) else {
        throw Refusal("not-found.person", ["person": "\(person.prefix(60))"])
      }
      guard !found.isErased else {
        throw Refusal("erased", ["person": "\(person)"])
      }
      try connection.keep(Contact(person: person, name: name, email: email, phone: phone, note: note))
    }
  }

  /// Erasing again does what was left undone.
  ///
  /// - Returns: whether there was contact data to erase.
  public func erase(person: String, _ intent: Intent) async throws -> Bool {
    let wasThere = try await acting(intent) { occasion in
      let contact = try occasion.connection.contact(of: person)
      try Person.erasing.carryOut(on: .init(person), .init(), occasion)
      return try Capabilities.projection.erase(person: person, occasion.connection) || contact != nil
    }
    try await overwriteErased("person \(person)")
    return wasThere
  }

  /// Writes over the bytes in which something stood that was erased.
  ///
  /// - Parameter what: `partner japan`, for the sentence where that fails.
  func overwriteErased(_ what: String) async throws {
    do { try await database.forgetErased() } catch let refusal as Refusal {
      // The act is on record and nothing says it any more: what failed is writing over the bytes it stood in.
      throw Refusal(
        code: refusal.code,
        Phrase("refusal.erased.not-overwritten", ["what": .text(what), "reason": .phrase(refusal.phrase)]))
    }
  }
}
