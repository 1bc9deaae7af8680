public import Charters
internal import Kernel
internal import Registry
public import Store
internal import Wording

extension ReportingLine {
  /// Who reports to whom, as the latest edition that has the line says it.
  public static func made(of editions: [Charter]) -> [ReportingLine] {
    var made: [String: ReportingLine] = [:]
    for line in editions.flatMap(\.reporting) {
      made[line.id] = ReportingLine(
        id: ID(line.id), from: line.from, to: line.to, what: line.what, when: line.when,
        hasReceipt: line.hasReceipt,
        provenance: line.ground.provenance)
    }
    return made.values.sorted { $0.id.text < $1.id.text }
  }
}

extension AddresseeLine {
  /// To whom each part's progress report goes under the linkage in force: the partnership as a whole first, then the
  /// parts that have terms of their own.
  public static func lines(of charter: Charter, _ connection: any Connection) throws -> [AddresseeLine] {
    let line = charter.reporting.first { $0.to == "linkage" }
    let streams = Set(charter.streams.map(\.id))
    let parts: [String?] = [nil] + charter.partsWithTerms
    return try parts.map { part in
      let isStream = part.map { streams.contains($0) } ?? false
      let addressee = charter.addressee(area: isStream ? nil : part, stream: isStream ? part : nil)
      return try AddresseeLine(addressee, part: part, of: charter, line: line, connection)
    }
  }

  private init(
    _ addressee: Addressee, part: String?, of charter: Charter, line: Charter.ReportingLine?,
    _ connection: any Connection
  ) throws {
    let body = addressee.bodies.first
    let name = try body.flatMap { try connection.one(Body.ID($0))?.name ?? charter.body($0)?.name }
    self.init(
      part: part ?? "default", body: body, name: name, line: line?.id ?? "",
      rule: Self.rule(addressee, charter),
      provenance: addressee.ground.provenance)
  }

  /// The rule as a sentence: which option is followed, which of its terms decide, where it stands.
  private static func rule(_ addressee: Addressee, _ charter: Charter) -> Translated {
    let sources = addressee.ground.source.joined(separator: "; ")
    let place = Phrase(
      sources.isEmpty ? "addressee.place" : "addressee.place.sources",
      ["charter": .text(charter.label), "path": .text(addressee.path), "sources": .text(sources)])
    let known = ["stream", "area"].contains(addressee.step) ? addressee.step : "default"
    var values: [String: Phrase.Value] = [
      "terms": .phrase(Phrase("addressee.terms.\(known)")), "place": .phrase(place),
    ]
    guard let option = addressee.option.flatMap({ id in charter.options.first { $0.id == id } }) else {
      return Phrase("addressee.own", values).translated
    }
    values["number"] = "\(option.number)"
    values["name"] = .said(option.name)
    return Phrase("addressee.option", values).translated
  }
}
