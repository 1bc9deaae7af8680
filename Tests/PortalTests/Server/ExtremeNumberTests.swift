import App
import Exchange
import Foundation
import Kernel
@testable import Portal
import Samples
import Store
@testable import Telling
import Testing
@testable import Web

/// No number that a record takes stops the program: the largest and the smallest of every field of every kind are recorded
/// beside the founding data, and every page, file and list is asked for.
@Suite struct ExtremeNumberTests {
  private static func leaves(_ value: Any, _ path: [String] = []) -> [[String]] {
    if let object = value as? [String: Any] {
      return object.keys.sorted().flatMap { leaves(object[$0]!, path + [$0]) }
    }
    guard let number = value as? NSNumber, isNumber(number) else { return [] }
    return [path]
  }

  private static func isNumber(_ number: NSNumber) -> Bool {
    !["c", "B"].contains(String(cString: number.objCType))
  }

  private static func set(_ value: Any, _ path: ArraySlice<String>, _ number: Any) -> Any {
    guard let first = path.first, var object = value as? [String: Any] else { return number }
    object[first] = set(object[first]!, path.dropFirst(), number)
    return object
  }

  /// Records like one there is, each with an extreme at one place.
  private static func records<R: Record>(like json: [UInt8], of type: R.Type) throws -> [R] {
    let object = try JSONSerialization.jsonObject(with: Data(json))
    var records: [R] = []
    for (place, path) in leaves(object).enumerated() {
      for (index, extreme) in [Int.largest, -Int.largest, 0, 1_000_000].enumerated() {
        guard var changed = set(object, path[...], extreme) as? [String: Any] else { continue }
        changed["id"] = "extreme-\(place)-\(index)"
        let text = try JSONSerialization.data(withJSONObject: changed)
        let record = try? JSONReader.read(Array(text)) { try R(json: &$0) }
        if let record, record.refusals.isEmpty { records.append(record) }
      }
    }
    return records
  }

  private static func addSample<R: Record>(_ type: R.Type, to partnership: App.Partnership) async throws {
    let record = try SampleRecord.of(R.self, filled: true)
    do { try await partnership.database.write { try write(record, $0) } } catch is Refusal {
      // It refers to the edition that is left out.
    }
  }

  private static func write<R: Record>(_ record: R, _ connection: any Connection) throws {
    try Journal(connection).append(record, Intent("test", by: "x", as: .secretariat))
    try connection.settle()
  }

  private static func add<R: Record>(_ type: R.Type, to partnership: App.Partnership) async throws -> [String]
  {
    let database = partnership.database
    let first = try await database.read {
      try $0.list(R.self, Listing(limit: 1, viewer: .host)).first?.record
    }
    let json = try R.schema.json(first ?? SampleRecord.of(R.self, filled: true))
    var added: [String] = []
    for record in try records(like: json, of: R.self) {
      do {
        try await database.write { try write(record, $0) }
        added.append(record.id.text)
      } catch is Refusal {
        // It refers to what is not there, or its kind has none like it.
      }
    }
    return added
  }

  @Test(.timeLimit(.minutes(10))) func everyPageAnswers() async throws {
    let partnership = try await MadeUpRecords.found("gmp", with: [])
    var addresses = [
      "/", "/report/cycle-2009-2010", "/options", "/options/switch?to=3", "/areas/gold", "/check",
    ]
    addresses += PortalPages.book.pages.filter { !$0.path.contains(PageKind.id) }.map {
      "/" + $0.path.joined(separator: "/")
    }
    // One of every kind, for the others to refer to. A charter that says nothing would hide the one there is.
    let kinds = Capabilities.records.filter { $0.kind != "charter-edition" && $0.kind != "linkage-switch" }
    for type in kinds { try await Self.addSample(type, to: partnership) }
    var count = 0
    for type in kinds {
      let added = try await Self.add(type, to: partnership)
      count += added.count
      addresses += added.prefix(3).flatMap { id in
        ["/records/\(type.kind)/\(id)"]
          + (PortalPages.book.own(type.kind, id).map { ["/" + $0.parts.joined(separator: "/")] } ?? [])
      }
      addresses += ["/api/v1/\(type.plural)"]
    }
    #expect(count > 90)
    for address in Set(addresses).sorted() {
      let status = try await ServedPartnership.get(address, of: partnership).status
      #expect(status < 500, "\(address)")
    }
    for address in Set(addresses).sorted() where !address.contains("?") && address != "/" {
      for form in ["json", "csv"] {
        let status = try await ServedPartnership.get("\(address).\(form)", of: partnership).status
        #expect(status < 500, "\(address).\(form)")
      }
    }
  }
}
