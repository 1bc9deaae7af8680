public import Acting
internal import Kernel
internal import Store

extension Person {
  /// Forgets how to reach a person, for whom they acted, and what they are named for. What remains here is an id, and in the
  /// journal the hashes of what its acts said.
  ///
  /// A copy of the store may go on holding it until `RecordStore.forgetErased`.
  public static let erasing = Verb<Person, NoInputs>(
    "erase", on: Person.self, may: .secretariat, basis: .required,
    then: { person, version, _, occasion in
      let connection = occasion.connection
      try connection.eraseContact(of: person.id.text)
      try connection.eraseParts(of: person.id, through: version - 1)
      try person.eraseExpertise(occasion)
    }
  ) { person, _, _ in
    person = Person(id: person.id, partner: nil, body: nil, role: nil, isErased: true)
  }

  /// What they know about is theirs to take along: entries that name them go, and acts that named them once.
  private func eraseExpertise(_ occasion: Occasion) throws {
    let connection = occasion.connection
    let acts = try connection.acts(ActChoice(kinds: [Expertise.kind], places: 1..<Int.max), limit: .max)
    let naming = try acts.filter { try $0.record(Expertise.self)?.person == id }
    for (record, acts) in Dictionary(grouping: naming, by: \.record).sorted(by: { $0.key < $1.key }) {
      let expertise = Expertise.ID(record)
      if try connection.one(expertise)?.person == id {
        try Keeping<Expertise>().erase(expertise, occasion, among: [])
      } else {
        try connection.eraseParts(of: expertise, through: acts.map(\.version).max() ?? 0)
      }
    }
  }
}
