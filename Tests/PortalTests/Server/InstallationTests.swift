import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import NIOCore
import Store
import Testing

@testable import App
@testable import Portal
@testable import Telling
@testable import Web

/// Two partnerships on one host, and a third whose store is broken.
@Suite struct InstallationTests {
  private static let today = Day(2026, 11, 25)

  private static func store(_ charter: String) async throws -> any RecordStore {
    let path = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).sqlite")
      .path
    _ = try await Founding.found(charter, at: StoreAddress(path))
    return try await App.Partnership.open(at: StoreAddress(path)).database
  }

  private static let stores = Task {
    ["tfi": try await store("tfi"), "gard": try await store("gard")]
  }

  private static func portal(_ name: String, at base: [String]) async throws -> PortalResponder {
    let database = try #require(try await stores.value[name])
    return PortalResponder(
      Site(
        database: database, verbs: Capabilities.verbs, pages: PortalPages.book, today: { _ in today },
        at: base),
      version: "test")
  }

  private static func get<R: HTTPResponder>(
    _ path: String, from responder: R, headers: HTTPFields
  ) async throws -> ServedPartnership.Answer where R.Context == Visit {
    try await Application(responder: responder).test(.router) { client in
      try await client.execute(uri: path, method: .get, headers: headers) { response in
        ServedPartnership.Answer(
          status: response.status.code, headers: response.headers, body: String(buffer: response.body))
      }
    }
  }

  static func together(_ path: String, headers: HTTPFields = [:]) async throws -> ServedPartnership.Answer {
    let responder = InstallationResponder([
      ("tfi", .open(try await portal("tfi", at: ["tfi"]))),
      ("gard", .open(try await portal("gard", at: ["gard"]))),
      ("lost", .closed),
    ])
    return try await get(path, from: responder, headers: headers)
  }

  static func alone(_ name: String, _ path: String) async throws -> ServedPartnership.Answer {
    try await get(path, from: try await portal(name, at: []), headers: [:])
  }

  static let pages = [
    "/", "/partners", "/areas", "/activities", "/governance?as_of=2010-09-22", "/requests", "/report",
    "/models",
    "/about/data", "/nowhere",
  ]

  @Test(arguments: pages) func aPageIsTheOneServedAloneButForItsPlace(path: String) async throws {
    for name in ["tfi", "gard"] {
      let (placed, alone) = try await (Self.together("/\(name)\(path)"), Self.alone(name, path))
      #expect(placed.status == alone.status)
      for mark in ["href=\"/", "action=\"/"] {
        // Every link stays inside.
        #expect(
          placed.body.components(separatedBy: mark).count
            == placed.body.components(separatedBy: mark + name).count, "\(path)")
      }
      let moved = placed.body.replacing("=\"/\(name)/", with: "=\"/").replacing("=\"/\(name)?", with: "=\"/?")
        .replacing("=\"/\(name)\"", with: "=\"/\"").replacing(">/\(name)/api/", with: ">/api/")
      #expect(moved == alone.body, "\(path)")
    }
  }

  @Test func noRecordOfOneIsSeenInTheOther() async throws {
    let body = try await Self.together("/tfi/api/v1/bodies?limit=500").body
    let ids = body.matches(of: /\{"id":"([a-z0-9.\-]+)"/).map { String($0.1) }
    let others = try await Self.together("/gard/api/v1/bodies?limit=500").body
    let own = ids.filter { !others.contains("\"id\":\"\($0)\"") }
    #expect(own.contains("convention-secretariat"))
    for id in own {
      for path in ["/api/v1/bodies/\(id)", "/api/v1/bodies/\(id)/history", "/records/body/\(id)"] {
        #expect(try await Self.together("/tfi\(path)").status == 200, "\(path)")
        #expect(try await Self.together("/gard\(path)").status == 404, "\(path)")
      }
    }
    // Nor by a path that climbs out.
    for path in ["/gard/../tfi/partners", "/gard/%2e%2e/tfi", "/gard/tfi/partners"] {
      #expect(try await Self.together(path).status == 404, "\(path)")
    }
  }

  @Test func aBrokenStoreStopsNobodyElse() async throws {
    #expect(try await Self.together("/lost/partners").status == 503)
    #expect(try await Self.together("/tfi/areas").status == 200)
    let health = try await Self.together("/healthz")
    #expect(health.status == 200)
    #expect(
      health.body
        == #"{"partnerships":{"tfi":{"status":"ok"},"gard":{"status":"ok"},"lost":{"status":"unreachable"}},"status":"partly"}"#
    )
    let index = try await Self.together("/", headers: [.acceptLanguage: "en"]).body
    #expect(index.contains("<a href=\"/tfi\">Tobacco Free Initiative</a>"))
    #expect(index.contains("<bdi>lost</bdi>"))
    #expect(try await Self.together("/assets/entente.css").status == 200)
    #expect(try await Self.together("/elsewhere").status == 404)
  }

  @Test func eachHasItsMetricsAndItsAPIBelowItsName() async throws {
    let metrics = try await Self.together("/metrics").body
    #expect(metrics.contains("entente_acts{partnership=\"tfi\"}"))
    #expect(metrics.contains("entente_acts{partnership=\"gard\"}"))
    #expect(metrics.components(separatedBy: "# TYPE entente_acts gauge").count == 2)
    #expect(try await Self.together("/gard/metrics").body.contains("partnership=\"tfi\"") == false)
    #expect(try await Self.together("/gard/api/openapi.json").body.contains(#""servers":[{"url":"/gard"}]"#))
    #expect(try await Self.together("/gard/api/v1").body.contains(#""href":"/gard/api/v1/areas""#))
  }

  @Test(arguments: [
    ["gmp"], ["gmp="], ["A B=x"], ["api=x"], ["a=x", "a=y"], ["a=x", "b=x"], ["../x=y"],
  ]) func whatCannotBeServedIsRefused(words: [String]) {
    #expect(throws: Refusal.self) { try Installation(words) }
  }

  @Test func theFileOfSettingsListsThem() throws {
    let settings = try Settings(
      typed: [:], environment: [:],
      file: "partnerships:\n  gmp: data/gmp.sqlite\n  basel: postgres://u:secret@h/b\n")
    #expect(settings.partnerships == ["gmp=data/gmp.sqlite", "basel=postgres://u:secret@h/b"])
    let shown = try #require(settings.all.first { $0.name == "partnerships" })
    #expect(!StoreAddress.shown(shown).contains("secret"))
    #expect(try Settings(typed: [:], environment: [:], file: "").partnerships == [])
  }

  @Test func aPlaceWithoutAStoreIsClosed() async throws {
    let installation = try Installation(["none=/nowhere/at/all.sqlite"])
    let (_, opened) = await installation.open(version: "test", log: Logger(label: "test"))
    #expect(opened.isEmpty)
  }
}
