internal import Acting
public import Charters
internal import Governance
public import Kernel
public import Portal
internal import Store
public import Telling

/// The comparison of the options, and the switch from one to another.
extension Partnership {
  /// A comparison as a file, or as the table that stands on a terminal.
  public func options(_ file: OptionsFile, at address: String) async throws -> [UInt8] {
    try await file.bytes(from: site, at: address)
  }

  /// A charter of the disk to compare with, checked. It must be a charter of this partnership.
  public static func charter(from path: String) throws -> Charter {
    let reading = try CharterShelf.check(file: path)
    guard let charter = reading.charter else {
      throw CharterShelf.Faults(refusals: reading.faults.map(\.refusal))
    }
    return charter
  }

  /// What a switch would move. It writes nothing.
  public func previewSwitch(
    to option: String, adding drafts: [OptionDraft], since day: Day, form: SwitchStudy.Form,
    language: Language
  ) async throws -> [UInt8] {
    try await database.read { connection in
      try SwitchStudy(
        option, drafts, in: language, since: day, of: Capabilities.verbs, CharterBook(), connection
      )
      .bytes(form, in: language)
    }
  }

  /// Puts an option in force, if the decisions of those who may decide it are on record.
  /// - Returns: the id of the option that is in force from the day on.
  public func switchOption(
    to word: String, since day: Day, decisions: [String], _ intent: Intent
  ) async throws -> String {
    try await acting(intent) {
      try LinkageSwitch.switching.carryOut(
        .init(option: word, since: day, decisions: decisions), $0
      ).record.option
    }
  }
}
