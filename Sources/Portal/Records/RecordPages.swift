internal import Kernel
internal import Registry
internal import Telling
internal import Web

/// Any record, and the sources that records rest on.
enum RecordPages {
  static let all: [PageKind] = [
    PageKind(each: "sources", PageKind.id, twin: .record(Source.self)) { try $0.source($1[0]) },
    PageKind(each: "records", PageKind.id, PageKind.id, twin: .made(record)) { loading, ids in
      try loading.kinds.first { $0.kind == ids[0] }.flatMap { try loading.anyRecord($0, ids[1]) }
    },
  ]

  @Sendable private static func record(_ question: PageQuestion) async throws -> Reply? {
    guard
      let type = question.site.kinds(for: question.asked.viewer).first(where: { $0.kind == question.ids[0] })
    else { return nil }
    return try await question.record(type, question.ids[1])
  }
}
