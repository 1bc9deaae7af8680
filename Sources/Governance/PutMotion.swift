public import Charters
public import Kernel
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

  /// Puts a motion to the vote, or sends its text out under a silence procedure. Where the charter asks for seconders
  /// it is seconded first.
  @discardableResult
  public static func open(
    _ id: ID, on day: Day, under charter: Charter, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    var (motion, version) = try known(id, connection)
    try speaks(intent.capacity, for: motion)
    if motion.state == .proposed, let needed = charter.secondingRule?.seconding?.seconders, needed > 0 {
      throw Refusal(
        "not-seconded",
        "motion \(id) is not seconded yet; under \(charter.label) it needs \(needed) seconder\(needed == 1 ? "" : "s")"
      )
    }
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
