import Exchange
import Foundation
import Kernel
import Testing

/// A file takes its name when it is whole.
@Suite struct WholeFileTests {
  private static func folder() throws -> String {
    let folder = NSTemporaryDirectory() + "/whole-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
  private static func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func itHasNoNameBeforeItIsWholeAndIsItsOwnersAlone() throws {
    let folder = try Self.folder()
    let file = try LineWriter(folder + "/a")
    try file.write(Array("one".utf8))
    #expect(try Self.names(folder) == ["a.part"])
    #expect(try Self.mode(folder + "/a.part") == 0o600)
    try file.finish()
    #expect(try Self.names(folder) == ["a"])
    #expect(try Self.mode(folder + "/a") == 0o600)
    #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "one\n")
  }

  @Test func whatIsGivenUpLeavesNothing() throws {
    let folder = try Self.folder()
    do {
      let file = try LineWriter(folder + "/a")
      try file.write(Array("one".utf8))
    }
    #expect(try Self.names(folder) == [])
  }

  @Test func whatAKilledProgramLeftIsTakenUp() throws {
    let folder = try Self.folder()
    try Data("half".utf8).write(to: URL(fileURLWithPath: folder + "/a.part"))
    let file = try LineWriter(folder + "/a")
    try file.write(Array("whole".utf8))
    try file.finish()
    #expect(try Self.names(folder) == ["a"])
    #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "whole\n")
  }

  @Test func twoAtOnceDoNotMeet() throws {
    let folder = try Self.folder()
    let first = try LineWriter(folder + "/a")
    #expect(throws: Refusal.self) { try LineWriter(folder + "/a") }
    try first.finish()
  }

  @Test func aLinkAtTheNameBesideIsNotFollowed() throws {
    let folder = try Self.folder()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/victim"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/a.part", withDestinationPath: folder + "/victim")
    let refusal = #expect(throws: Refusal.self) { try LineWriter(folder + "/a") }
    #expect(refusal?.code == "part-is-no-file")
    #expect(try String(contentsOfFile: folder + "/victim", encoding: .utf8) == "mine")
    try FileManager.default.removeItem(atPath: folder + "/a.part")
    try FileManager.default.linkItem(atPath: folder + "/victim", toPath: folder + "/a.part")
    #expect(throws: Refusal.self) { try LineWriter(folder + "/a") }
    #expect(try String(contentsOfFile: folder + "/victim", encoding: .utf8) == "mine")
  }

  @Test func aLinkAtTheNameLeadsToItsFile() throws {
    let folder = try Self.folder()
    try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/real"))
    try FileManager.default.createSymbolicLink(atPath: folder + "/a", withDestinationPath: folder + "/real")
    let file = try LineWriter(folder + "/a")
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(try Self.names(folder) == ["a", "real"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/a") == folder + "/real")
    #expect(try String(contentsOfFile: folder + "/real", encoding: .utf8) == "new\n")
    try FileManager.default.removeItem(atPath: folder + "/real")
    #expect(throws: Refusal.self) { try LineWriter(folder + "/a") }
  }

  @Test func aDeviceIsWrittenTo() throws {
    let file = try LineWriter("/dev/null")
    try file.write(Array("one".utf8))
    try file.finish()
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test func aFullDeviceIsTold() throws {
    let file = try LineWriter("/dev/full")
    let refusal = #expect(throws: Refusal.self) {
      try file.write(Array("one".utf8))
      try file.finish()
    }
    #expect(refusal?.code == "disk-full")
  }

  @Test func aNameThatIsTakenMeanwhileStays() throws {
    let folder = try Self.folder()
    let file = try WholeFile(folder + "/a", mayReplace: false)
    try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder + "/a"))
    let refusal = #expect(throws: Refusal.self) { try file.finish() }
    #expect(refusal?.code == "already-there")
    #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "theirs")
  }
}
