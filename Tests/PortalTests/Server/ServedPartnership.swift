@testable import App
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
@testable import Portal
import Proofs
@testable import Telling
@testable import Web

/// The mercury partnership behind the portal, without a socket: whole requests, whole answers.
enum ServedPartnership {
  /// A day that does not move, so that what is true today stays so in a test.
  static let today = Day(2026, 11, 25)

  private static let founded = Task {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-served-\(UUID().uuidString).sqlite"
    ).path
    _ = try await Founding.found("gmp", at: StoreAddress(path))
    return try await App.Partnership.open(at: StoreAddress(path))
  }

  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String
    var isProblem: Bool { headers[.contentType]?.hasPrefix("application/problem+json") ?? false }
  }

  /// - Parameters:
  ///   - of: another partnership than the mercury partnership as it is founded.
  ///   - signer: signs for its journal.
  static func get(
    _ path: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:],
    of other: App.Partnership? = nil, signedBy signer: SignerKey? = nil
  ) async throws -> Answer {
    let partnership = if let other { other } else { try await founded.value }
    let site = Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in today }, signer: signer)
    let application = Application(responder: PortalResponder(site, version: "test"))
    return try await application.test(.router) { client in
      try await client.execute(uri: path, method: method, headers: headers) { response in
        // The mark by which spreadsheets know the encoding is no part of what a table says; `SampleKindTests` looks for it.
        let body = String(buffer: response.body)
        return Answer(
          status: response.status.code, headers: response.headers,
          body: body.hasPrefix("\u{FEFF}") ? String(body.dropFirst()) : body)
      }
    }
  }

  /// The ids of a page of a list.
  static func ids(_ path: String) async throws -> [String] {
    let body = try await get(path).body
    return body.matches(of: /\{"id":"([a-z0-9.\-]+)"/).map { String($0.1) }
  }
}
