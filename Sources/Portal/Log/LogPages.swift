internal import Kernel
internal import Store
internal import Telling
internal import Web

extension Route {
  static func act(_ number: Int) -> Route { Route("log", "\(number)") }
  static let logFeed = Route("log", "feed")
}

/// What was changed, by whom, in what capacity and under which rule.
enum LogPages {
  static let all: [PageKind] =
    [
      PageKind("log", asks: ["on", "kind", "capacity", "verb", "basis"], twin: .made(acts)) { try $0.log() },
      PageKind(each: "log", PageKind.id, twin: .made(act)) { try $0.act($1[0]) },
      PageKind(form: "log", "feed", asks: ["kind", "capacity"], reply: feed),
    ] + LogProofs.all

  /// The acts of the page: as lines of the public export, or as a table without the records.
  @Sendable private static func acts(_ question: PageQuestion) async throws -> Reply? {
    let isTable = question.address.form == .csv
    let told = try await question.reading { loading in
      let acts = try loading.logPart().acts
      return isTable ? acts.map(row) : try acts.map { try loading.line(of: $0) }
    }
    return question.file(
      isTable ? headings + told.joined() : #"{"items":["# + told.joined(separator: ",") + "]}", named: "log")
  }

  @Sendable private static func act(_ question: PageQuestion) async throws -> Reply? {
    let isTable = question.address.form == .csv
    let told = try await question.reading { loading in
      try loading.visibleAct(question.id).map { isTable ? headings + row($0) : try loading.line(of: $0) }
    }
    return told.map { question.file($0, named: "act-\(question.id)") }
  }

  private static let headings = CSV.row([
    "seq", "at", "holds_from", "actor", "capacity", "verb", "kind", "record", "version", "basis", "hash",
  ])
  @Sendable private static func row(_ act: Act) -> String {
    CSV.row([
      "\(act.seq)", "\(Moment(milliseconds: act.at))", act.holdsFrom?.description ?? "", act.actor,
      act.capacity, act.verb, act.kind,
      act.record,
      "\(act.version)", act.basis, act.hash.hexadecimal,
    ])
  }

  /// The newest acts as a feed (RFC 4287), for a reader of feeds.
  @Sendable private static func feed(_ question: PageQuestion) async throws -> Reply {
    let bytes = Array(try await question.reading { try $0.feed().text }.utf8)
    return Reply(
      type: "application/atom+xml; charset=utf-8", body: bytes, tag: Fingerprint(of: bytes).short)
  }
}
