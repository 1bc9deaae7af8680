public import Acting
internal import Kernel
internal import Store

extension Person {
  /// Forgets how to reach a person, and in their record for whom they acted. What remains here is an id; earlier acts in the
  /// journal still say the partner, the body and the role.
  ///
  /// A copy of the store may go on holding it until `RecordStore.forgetErased`.
  public static let erasing = Verb<Person, NoInputs>(
    "erase", on: Person.self, may: .secretariat,
    then: { person, _, _, occasion in try occasion.connection.eraseContact(of: person.id.text) }
  ) { person, _, _ in
    person = Person(id: person.id, partner: nil, body: nil, role: nil, isErased: true)
  }
}
