import App
import ArgumentParser
import Kernel
import Store
import Wording

struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes every table anew from the journal. Readers see the old ones until it ends.")
  @OptionGroup var common: Common

  func run() async throws {
    let count = try await common.with { partnership in
      let acts = try await partnership.database.read { try $0.journalHead().seq }
      return try await partnership.rebuild { Terminal.progress("Records written", $0, of: acts) }
    }
    Terminal.endProgress()
    print(common.json ? #"{"records":\#(count)}"# : "\(count) records made anew from the journal.")
  }
}

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Writes the whole partnership to one new file, while it is in use.",
    discussion: "The file holds contact data of persons too: keep it as carefully as the store.")
  @Argument(help: "The file, which must not be there yet") var file: String
  @OptionGroup var common: Common

  func run() async throws {
    try await common.with { partnership in
      try await Backup.make(of: partnership, to: file) { Terminal.progress("Acts copied", $0) }
    }
    Terminal.endProgress()
    print("Backed up to \(file)")
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a partnership from a backup, where there is none. The backup's journal is checked first."
  )
  @Argument(help: "The backup") var file: String
  @OptionGroup var common: Common

  func run() async throws {
    let acts = try await Backup.restore(file, to: common.address()) { Terminal.progress("Acts", $0) }
    Terminal.endProgress()
    print("\(acts) acts restored to \(try common.address())")
  }
}

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says where settings come from and whether the store is sound.")
  @OptionGroup var common: Common

  func run() async throws {
    let (settings, language) = (try common.settings(), try common.spoken)
    let findings = try await common.with { partnership in
      try await partnership.examine { Terminal.progress($0, $1) }
    }
    Terminal.endProgress()
    if common.json {
      var json = JSONWriter()
      json.raw(#"{"sound":"#)
      json.write(findings.allSatisfy(\.isGood))
      json.raw(#","findings":["#)
      for (index, finding) in findings.enumerated() {
        if index > 0 { json.raw(",") }
        json.raw(#"{"good":"#)
        json.write(finding.isGood)
        json.raw(#","sentence":"#)
        json.write(finding.phrase.sentence(in: language))
        json.raw("}")
      }
      json.raw("]}")
      print(json.text)
    } else {
      print("Settings")
      Terminal.table(settings.all.map { ["  " + $0.name, StoreAddress.shown($0), $0.origin] })
      print("Store")
      for finding in findings {
        print("  \(finding.isGood ? "good" : "BAD "): \(finding.phrase.sentence(in: language))")
      }
    }
    if findings.contains(where: { !$0.isGood }) { throw ExitCode(1) }
  }
}
