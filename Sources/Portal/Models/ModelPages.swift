internal import Charters
internal import Telling
internal import Web

extension Route {
  static let models = Route("models")
  /// One of the charters that come with the software.
  static func model(_ id: String) -> Route { Route("models", id) }
}

/// The charters that come with the software.
enum ModelPages {
  static let all: [PageKind] = [
    PageKind("models", twin: .made(comparison)) { $0.models() },
    PageKind(each: "models", PageKind.id, twin: .made(model)) { try $0.model($1[0]) },
  ]

  @Sendable private static func comparison(_ question: PageQuestion) async throws -> Reply? {
    let day = try question.day()
    let comparison = CharterComparison(Models.sideBySide(on: day), in: question.language)
    return question.file(
      question.address.form == .json ? comparison.json : comparison.csv, named: "models-\(day)")
  }

  /// What one of them says, with its numbers.
  @Sendable private static func model(_ question: PageQuestion) async throws -> Reply? {
    let day = try question.day()
    guard let model = try ModelSummary(question.id, on: day, in: question.language) else { return nil }
    return question.file(
      question.address.form == .json ? model.json : model.csv, named: "model-\(question.id)-\(day)")
  }
}
