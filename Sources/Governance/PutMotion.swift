public import Charters
public import Kernel
internal import Registry
public import Store

extension Motion {
  /// Seconds a motion as the charter asks: so many proposers and seconders, in good standing, of different chambers.
  ///
  /// - Parameter register: the members of the body, as they stand that day.
  /// - Throws: the first thing that keeps it from being put.
  @discardableResult
  public static func second(
    _ id: ID, by seconders: [String], under charter: Charter, register: [Voter], _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    var (motion, version) = try known(id, connection)
    try speaks(intent.capacity, for: motion)
    motion.seconders += seconders
    if let rule = charter.secondingRule, let seconding = rule.seconding,
      let refusal = seconding.refusals(
        proposers: motion.proposers, seconders: motion.seconders, register: register
      ).first
    {
      throw refusal
    }
    motion = try motion.moved(by: "second", as: intent.capacity)
    return try Journal(connection, stamp).append(motion, intent, after: version)
  }

  /// Puts a seconded motion to the vote, or sends its text out under a silence procedure.
  @discardableResult
  public static func open(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    var (motion, version) = try known(id, connection)
    try speaks(intent.capacity, for: motion)
    motion.opened = day
    motion = try motion.moved(by: "open", as: intent.capacity)
    return try Journal(connection, stamp).append(motion, intent, after: version)
  }

  /// Changes the text of an open motion; under a silence procedure the days begin again where the charter says so.
  @discardableResult
  public static func change(
    _ id: ID, to text: Translated, on day: Day, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    var (motion, version) = try known(id, connection)
    try speaks(intent.capacity, for: motion)
    guard motion.state == .open, let opened = motion.opened, day >= opened else {
      throw Refusal(
        "not-open", "the text of motion \(id) changes while it is open, on a day after it was opened",
        field: "text")
    }
    motion.text = text
    motion.changed = day
    return try Journal(connection, stamp).append(motion, intent, after: version)
  }

  static func known(_ id: ID, _ connection: any Connection) throws -> (motion: Motion, version: Int) {
    guard let motion = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no motion \u{201C}\(id)\u{201D}")
    }
    return (motion, version)
  }

  static func speaks(_ capacity: Capacity, for motion: Motion) throws {
    guard capacity == .secretariat || capacity == .member(of: motion.body.text) else {
      throw Refusal(
        "not-allowed",
        "\(capacity) may not act on a motion of \(motion.body); its members and the secretariat do")
    }
  }
}

extension Connection {
  /// The partners of a day as voters: a suspended one is not in good standing. Chamber and side, where a charter has
  /// them, are told by whoever keeps the register.
  public func voters(on day: Day) throws -> [Voter] {
    try all(
      Partner.self,
      "WHERE state IN ('admitted', 'suspended') AND \(Query.isValid(Partner.self, on: day)) ORDER BY id"
    ).map { partner in
      Voter(
        partner.id.text, category: partner.category,
        kind: partner.category == "individual" ? .individual : .organisation,
        isInGoodStanding: partner.state != .suspended)
    }
  }
}
