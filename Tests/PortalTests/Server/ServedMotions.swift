import App
import Charters
import Exchange
import Foundation
import Governance
import Kernel
@testable import Registry
import Store
import Testing
import Workplan

/// Two partnerships with made-up members and motions, behind the portal. Names and votes are examples.
enum ServedMotions {
  private static func secretary(_ verb: String) -> Intent {
    Intent(verb, by: "officer", as: .secretariat, basis: "")
  }

  static func fsc(_ path: String) async throws -> ServedPartnership.Answer {
    try await ServedPartnership.get(path, of: forests.value)
  }
  static func gard(_ path: String) async throws -> ServedPartnership.Answer {
    try await ServedPartnership.get(path, of: lungs.value)
  }

  /// What a count says, as `entente motion count` prints it.
  static func lines(_ motion: String, in language: Language = .en) async throws -> [String] {
    try await counted.value[motion, default: []].map { $0.text(in: language).text }
  }
  private static let counted = Task {
    _ = try await (forests.value, lungs.value)
    return await kept.lines
  }
  private static let kept = Kept()
  private actor Kept {
    var lines: [String: [Translated]] = [:]
    func keep(_ motion: String, _ lines: [Translated]) { self.lines[motion] = lines }
  }

  /// Twelve members of the FSC who vote: an organisation and an individual in each side of each chamber, all fees
  /// paid. With one of each in a cell the whole vote is 60 points: a chamber 20, a side 10, an organisation 9, an
  /// individual 1. One more owes its fee.
  static let forests = Task {
    let partnership = try await open("fsc")
    let cells = ["environmental", "social", "economic"].flatMap { chamber in
      [("north", "SE"), ("south", "KE")].flatMap { side, country in
        ["organisation", "individual"].map {
          (id: "\(chamber)-\(side)-\($0)", chamber: chamber, country: country, category: $0)
        }
      }
    }
    let late = (id: "late-payer", chamber: "social", country: "SE", category: "organisation")
    try await take(
      "partner", partnership,
      (cells + [late]).map {
        "\($0.id),\($0.id) member,\($0.category),civil-society,\($0.country),\($0.chamber),true,true,Votes,2015,exact,recalled,unverified,admitted"
      },
      under:
        "id,name_en,category,sector,country,chamber,states_support,states_commitment,contribution,membership_since,qualifier,source,verification,state"
    )
    try await take(
      "fee", partnership,
      cells.map {
        "fee-\($0.id),\($0.id),2026,10000,USD,cash,2026-01-31,10000,2026-01-15,exact,recalled,unverified"
      },
      under:
        "id,partner,year,due_minor,due_currency,due_kind,due_on,paid,paid_on,qualifier,source,verification")
    let (opened, day) = (Day(2026, 3, 1), Day(2026, 3, 10))
    for (id, form) in [("triple", "policy"), ("few", "statutory"), ("waiting", "policy")] {
      try await put(
        id, on: form == "policy" ? "policy-motions" : "statutes", form: form,
        by: ["environmental-north-organisation"], opened, partnership)
    }
    try await put(
      "drafted", on: "statutes", form: "statutory", by: ["social-north-organisation"], opened,
      partnership)
    for id in ["triple", "few", "waiting"] {
      try await partnership.second(
        id, by: ["social-north-organisation", "economic-north-organisation"], on: opened,
        secretary("second"))
      try await partnership.open(motion: id, on: opened, secretary("open"))
    }
    try await partnership.change(
      motion: "triple", to: text("Protect old forests everywhere."), on: Day(2026, 3, 2),
      secretary("change"))
    for cell in cells {
      let choice: String
      switch cell.id {
      case "environmental-south-organisation": choice = "abstain"
      case "environmental-south-individual", "economic-south-organisation": choice = "no"
      case "economic-south-individual": continue
      default: choice = "yes"
      }
      try await partnership.vote(
        choice, of: cell.id, on: "triple",
        holder: cell.id == "economic-south-organisation" ? "economic-north-organisation" : nil,
        interest: cell.id == "social-south-individual" ? "owns a forest" : nil, day: Day(2026, 3, 5),
        secretary("vote"))
    }
    for voter in ["social-north-organisation", "social-south-organisation"] {
      for motion in ["few", "waiting"] {
        try await partnership.vote(
          "yes", of: voter, on: motion, holder: nil, interest: nil, day: Day(2026, 3, 5),
          secretary("vote"))
      }
    }
    for motion in ["triple", "few"] {
      await kept.keep(
        motion, try await partnership.count(motion: motion, on: day, secretary("count")).steps.map(\.text))
    }
    return partnership
  }

  /// Four parties of the GARD, a company that observes, and the WHO with its permanent seat.
  static let lungs = Task {
    let partnership = try await open("gard")
    // As records, because a file is held to the charter of today, which has other categories.
    try await partnership.database.change { connection in
      for (id, category, sector) in [
        ("alpha", "collaborating-party", "civil-society"), ("beta", "collaborating-party", "civil-society"),
        ("gamma", "collaborating-party", "public"), ("delta", "collaborating-party", "public"),
        ("inhaler", "private-observer", "private"), ("who", "host", "public"),
      ] {
        try Journal(connection).append(party(id, category, sector), secretary("import"))
      }
    }
    let (opened, day) = (Day(2010, 9, 1), Day(2010, 9, 20))
    for (id, who) in [("tied", "abstain"), ("seated", "yes")] {
      try await put(id, on: "activity-reports", form: nil, by: ["alpha"], opened, partnership)
      try await partnership.open(motion: id, on: opened, secretary("open"))
      for (voter, choice) in [
        ("alpha", "yes"), ("beta", "yes"), ("gamma", "no"), ("delta", "no"), ("who", who),
      ] {
        try await partnership.vote(
          choice, of: voter, on: id, holder: nil, interest: nil, day: day, secretary("vote"))
      }
      await kept.keep(
        id, try await partnership.count(motion: id, on: day, secretary("count")).steps.map(\.text))
    }
    // What the decision brought to a state, and what became of it. What was put to a motion that fell stays as it was.
    try await take(
      "deliverable-part", partnership,
      [
        "annex-b,b,Annex B,general-meeting,seated,2010-09-20,exact,recalled,unverified,adopted-interim",
        "annex-c,c,Annex C,general-meeting,tied,2010-09-20,exact,recalled,unverified,submitted",
      ],
      under: "id,number,title_en,body,decision_number,date,qualifier,source,verification,state")
    try await partnership.database.write { connection in
      var part = try #require(try connection.one(DeliverablePart.ID("annex-b")))
      part.state = .withdrawn
      part.decisionNumber = "GM-3"
      part.date = When(2012, 5)
      try Journal(connection).append(part, secretary("withdraw"), after: 1)
    }
    // Today's committee has ten seats, and this text was sent to them five days ago.
    try await put(
      "silent", on: "strategic-direction", form: nil, by: ["seat-gina"], Day(2026, 11, 20), partnership,
      rule: "silence")
    try await partnership.open(motion: "silent", on: Day(2026, 11, 20), secretary("open"))
    return partnership
  }

  private static func party(_ id: String, _ category: String, _ sector: String) -> Partner {
    Partner(
      id: .init(id), name: Translated(.en, "Party \(id)"), category: category, sector: sector, country: nil,
      areas: [], statesSupport: true, statesCommitment: true, contribution: "Votes",
      membership: Period(since: When(2008)), confidentialNote: nil, provenance: Provenance(["test"]),
      state: .admitted)
  }

  private static func text(_ english: String) -> Translated {
    Translated(.en, [.en: english, .fr: "(fr) \(english)"])
  }

  private static func put(
    _ id: String, on subject: String, form: String?, by proposers: [String], _ day: Day,
    _ partnership: App.Partnership, rule: String? = nil
  ) async throws {
    try await partnership.propose(
      .init(
        id: .init(id), text: text("Protect old forests."), subject: subject, by: proposers, form: form,
        rule: rule, on: day), secretary("propose"))
  }

  private static func open(_ model: String) async throws -> App.Partnership {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(model)-\(UUID().uuidString).sqlite"
    )
    .path
    // No act is dated before the one it follows: what is put on 1 March 2026 was proposed on no day before it, wherever the
    // clock of the machine stands.
    let founded = Stamp(now: { 1_772_352_000_000 }, id: Stamp.system.id, salt: Stamp.system.salt)
    _ = try await Founding.found(model, at: StoreAddress(path), stamp: founded)
    return try await StatementBook.open(at: StoreAddress(path))
  }

  private static func take(
    _ kind: String, _ partnership: App.Partnership, _ rows: [String], under heading: String
  ) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(kind)-\(UUID().uuidString).csv")
    try ([heading] + rows).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try await MadeUpRecords.take(try Capabilities.kind(kind), try FileTable.read(file.path), partnership)
  }
}
