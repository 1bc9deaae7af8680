public import Acting
internal import Kernel
internal import Store

extension Person {
  /// Forgets how to reach a person, and what they did for whom. What remains, here and in the journal, is an id.
  ///
  /// A copy of the store may go on holding it until `RecordStore.forgetErased`.
  public static let erasing = Verb<Person, NoInputs>(
    "erase", on: Person.self, may: .secretariat,
    then: { person, _, _, occasion in try occasion.connection.eraseContact(of: person.id.text) }
  ) { person, _, _ in
    person = Person(id: person.id, partner: nil, body: nil, role: nil, isErased: true)
  }
}
