internal import Charters
internal import Kernel
internal import Telling
internal import Web

/// The fields of the form that adds an option, as an address carries them.
struct FilledOption: Sendable, Equatable {
  var name = ""
  /// A tie as it is written; empty until one is chosen.
  var usual = ""
  /// By area or stream; those that follow the whole are left out.
  var parts: [String: String] = [:]
  /// Whether the form was sent, and not only opened.
  var isSent = false

  static let name = "name"
  static let usual = "tie.default"
  static let sent = "go"
  static func part(_ id: String) -> String { "tie.\(id)" }

  init(_ address: Address) {
    let prefix = Self.part("")
    for filter in address.filters where !filter.value.isEmpty {
      switch filter.name {
      case Self.name: name = filter.value
      case Self.usual: usual = filter.value
      case Self.sent: isSent = true
      case let field where field.hasPrefix(prefix):
        parts[String(field.dropFirst(prefix.count))] = filter.value
      default: break
      }
    }
  }

  /// The option that was filled in, its parts in the order of the charter's.
  ///
  /// - Throws: a `Refusal` where it makes no option; whether the charter has its parts and bodies is asked when it is added.
  func draft(under charter: Charter) throws -> OptionDraft {
    let known = charter.partsThatMayBeTied
    let ordered = known.filter { parts[$0] != nil } + parts.keys.filter { !known.contains($0) }.sorted()
    return try OptionDraft(
      name: name, usual: try .init(usual),
      parts: ordered.map { OptionDraft.Part(part: $0, tie: try .init(parts[$0] ?? "")) })
  }
}

/// Options of the reader's own, as an address carries them: `own`, once for each, in the order they were added.
extension Address {
  static let own = "own"

  /// - Throws: a `Refusal` for one that says nothing that can be read.
  var drafts: [OptionDraft] {
    get throws {
      try filters.filter { $0.name == Self.own && !$0.value.isEmpty }.map { try OptionDraft(line: $0.value) }
    }
  }

  /// A page about the options with these of the reader's own and no others.
  func comparing(_ drafts: [OptionDraft], on route: Route = .options, fragment: String? = nil) -> Address {
    Address(
      route, language: language, asOf: asOf,
      filters: drafts.map { Parameter(name: Self.own, value: $0.line) }, fragment: fragment, base: base)
  }

  /// The form, filled in with an option so that it can be changed; the others stay.
  func changing(_ draft: OptionDraft, besides others: [OptionDraft]) -> Address {
    var address = comparing(others, on: .addOption)
    address.filters +=
      [
        Parameter(name: FilledOption.name, value: draft.name),
        .init(name: FilledOption.usual, value: draft.usual.text),
      ]
      + draft.parts.map { .init(name: FilledOption.part($0.part), value: $0.tie.text) }
    return address
  }
}
