internal import Charters
internal import Governance
internal import HTTPTypes
internal import Kernel
internal import Markup
internal import Store

/// The pages about the options: the comparison, the form that adds to it, and a look at a switch.
extension PageResponder {
  static func options(
    _ address: Address, _ loading: Loading, _ charters: CharterBook
  ) throws -> OptionsPage {
    let study = try OptionStudy(
      adding: address.drafts, in: loading.language, on: loading.day, charters, loading.connection)
    var options = loading.options(study)
    options.doors = loading.doors(study)
    return options
  }

  /// The comparison, as data.
  func options(_ address: Address, _ language: Language, _ day: Day) async throws -> Reply {
    let (charters, drafts) = (site.charters, try address.drafts)
    return try await site.database.read { connection in
      let study = try OptionStudy(adding: drafts, in: language, on: day, charters, connection)
      return address.form == .json
        ? Reply(type: Reply.json, body: study.json + [UInt8(ascii: "\n")])
        : Reply(
          type: Reply.csv, body: Array(study.table(in: language).csv().utf8), fileName: "options-\(day).csv")
    }
  }

  /// What a switch would move, as data.
  func switchOption(_ address: Address, _ language: Language, _ day: Day) async throws -> Reply {
    guard let option = asked[SwitchPage.option] else {
      throw Refusal(
        "option", "no option is named to switch to; name one, as in to=3", field: SwitchPage.option)
    }
    let since = try asked[SwitchPage.since].map { try SwitchPage.day($0) } ?? day
    let isJSON = address.form == .json
    let file = SwitchFile(option, since: since, isJSON ? .json : .csv, language, drafts: try address.drafts)
    return Reply(
      type: isJSON ? Reply.json : Reply.csv, body: try await file.bytes(from: site),
      fileName: isJSON ? nil : "switch-\(since).csv")
  }

  /// The form that adds an option: it leads to the comparison, or says what is wrong and keeps what was filled in.
  func addOption(_ address: Address, _ language: Language, _ day: Day) async throws -> Reply {
    let charters = site.charters
    let (kinds, counts) = (site.publicKinds, site.counts)
    return try await site.database.read { connection in
      let charter = try charters.needed(on: day, connection)
      let filled = FilledOption(address)
      var refusal: Refusal?
      if filled.isSent {
        do {
          let drafts = try address.drafts + [filled.draft(under: charter)]
          _ = try charter.adding(drafts, in: language)
          return .seeOther(address.comparing(drafts, fragment: "compare").link)
        } catch let found as Refusal { refusal = found }
      }
      let page = try Self.page(address, language, day, connection, charters)
      let loading = Loading(
        connection: connection, page: page, kinds: kinds, charter: charter, counts: counts)
      let html = page.html(try loading.addOption(charter, refusal: refusal))
      return Reply(status: refusal == nil ? .ok : .badRequest, type: Reply.html, body: html.bytes)
    }
  }
}
