internal import Governance
internal import Charters
internal import Kernel
internal import Telling
internal import Web

extension Route {
  static let options = Route("options")
  /// The form that adds an option of the reader's own.
  static let addOption = Route("options", "add")
  /// What a switch to another option would move.
  static let switchOption = Route("options", "switch")
}

/// The comparison of the options, the form that adds to it, and a look at a switch.
enum OptionsPages {
  private static let own = PageParameter(stringLiteral: Address.own)

  static let all: [PageKind] = [
    PageKind("options", asks: [own], twin: .made(comparison)) { try $0.options() },
    PageKind(
      form: "options", "add",
      asks: [
        own, .init(stringLiteral: FilledOption.name), .init(stringLiteral: FilledOption.sent), .each("tie."),
      ],
      reply: addOption),
    PageKind(
      "options", "switch",
      asks: [own, .init(stringLiteral: SwitchPage.option), .init(stringLiteral: SwitchPage.since)],
      twin: .made(move), hasTwin: namesAnOption
    ) { try $0.switchOption() },
  ]

  /// What a switch would move is only known once an option is named.
  @Sendable private static func namesAnOption(_ address: Address) -> Bool {
    address.filters.contains { $0.name == SwitchPage.option && !$0.value.isEmpty }
  }

  @Sendable private static func comparison(_ question: PageQuestion) async throws -> Reply? {
    let (language, isJSON) = (question.language, question.address.form == .json)
    let drafts = try question.address.drafts
    return try await question.reading { loading in
      let study = try OptionStudy(
        adding: drafts, in: language, on: loading.day, loading.charters, loading.connection)
      return isJSON
        ? Reply(type: Reply.json, body: study.bytes(.json, in: language))
        : Reply(
          type: Reply.csv, body: study.bytes(.csv, in: language), fileName: "options-\(loading.day).csv")
    }
  }

  @Sendable private static func move(_ question: PageQuestion) async throws -> Reply? {
    guard let option = question.asked[SwitchPage.option] else {
      throw Refusal(
        "option.none-named", field: SwitchPage.option)
    }
    let since = try question.asked[SwitchPage.since].map { try SwitchPage.day($0) } ?? question.day()
    let (language, isJSON) = (question.language, question.address.form == .json)
    let drafts = try question.address.drafts
    return try await question.reading { loading in
      let study = try SwitchStudy(
        option, drafts, in: language, since: since, of: loading.verbs, loading.charters, loading.connection)
      return Reply(
        type: isJSON ? Reply.json : Reply.csv, body: study.bytes(isJSON ? .json : .csv, in: language),
        fileName: isJSON ? nil : "switch-\(since).csv")
    }
  }

  /// It leads to the comparison, or says what is wrong and keeps what was filled in.
  @Sendable private static func addOption(_ question: PageQuestion) async throws -> Reply {
    let (address, language) = (question.address, question.language)
    return try await question.reading { loading in
      let charter = try loading.charters.needed(on: loading.day, loading.connection)
      let filled = FilledOption(address)
      var refusal: Refusal?
      if filled.isSent {
        do {
          let drafts = try address.drafts + [filled.draft(under: charter)]
          _ = try charter.adding(drafts, in: language)
          return .seeOther(address.comparing(drafts, fragment: "compare").link)
        } catch let found as Refusal { refusal = found }
      }
      return loading.page.reply(
        try loading.addOption(charter, refusal: refusal), refused: refusal != nil)
    }
  }
}
