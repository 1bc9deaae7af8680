public import Kernel
internal import Store

extension Keeping {
  /// Takes out for good what not everyone may see of a record: of all its acts, and of the record itself. A kind that is
  /// restricted as a whole has nothing left then, and is taken back. The journal's chain stays, and says that it was erased.
  ///
  /// A copy of the store may go on holding it until `RecordStore.forgetErased`.
  /// - Returns: the record as it is left, or as it was where it is in no table any more.
  @discardableResult
  public func erase(
    _ id: Subject.ID, _ occasion: Occasion, seen: Int? = nil, among kinds: [any Record.Type]
  ) throws -> Done<Subject> {
    occasion.verb = Keeps.erase
    let connection = occasion.connection
    // What was taken back before is in no table, and its acts still say what it was.
    let before = try connection.wasTakenBack(id) ? connection.lastSaid(id) : connection.found(id, seen: seen)
    guard let (record, version) = before else {
      throw Refusal("erased.already", ["kind": "\(Subject.kind)", "record": "\(id)"], field: "id")
    }
    try holders(mayTakeBack, of: record, occasion).refuseOthers(
      than: occasion.capacity, Keeps.erase, "\(Subject.kind) \(id)")
    try BasisRule.required.refuseGroundless(Keeps.erase, occasion)
    let isThere = try connection.version(of: id) != nil
    guard Subject.isSealedWhole || !isThere else {
      var open = JSONWriter()
      record.writeOpen(to: &open)
      let left = try JSONReader.read(open.bytes) { try Subject(json: &$0) }
      let made = try occasion.write(left, Keeps.erase, after: version)
      try connection.eraseParts(of: id, through: version)
      return Done(record: left, version: made)
    }
    if let referrer = try connection.referrer(to: id, among: kinds) {
      throw Refusal(
        "referred-to", ["referrer": "\(referrer)", "kind": "\(Subject.kind)", "record": "\(id)"], field: "id")
    }
    let made = try occasion.takeBack(record, after: version, isThere: isThere)
    try connection.eraseParts(of: id, through: made)
    return Done(record: record, version: made)
  }
}
