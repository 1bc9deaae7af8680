internal import Foundation
internal import Kernel
internal import Subprocess
internal import SystemPackage

/// A program of someone else's that is given bytes and answers bytes, and is not trusted to end: it is stopped when its time
/// is over or when whoever waits gives up, and what it may say is bounded.
struct OtherProgram: Sendable {
  /// By its name, looked for where the shell would look.
  let name: String
  let arguments: [String]
  let time: Duration
  /// The most bytes it may answer.
  let answer: Int

  /// What came of it.
  enum End: Sendable {
    case answered([UInt8])
    case notThere
    case tooLong
    case tooMuch
    /// With the number it ended with, or that of the signal that ended it, and the end of what it complained of.
    case failed(Int, String)
  }

  func run(on input: [UInt8]) async throws -> End {
    try await withThrowingTaskGroup(of: End.self) { group in
      group.addTask { try await ended(on: input) }
      group.addTask {
        try await Task.sleep(for: time)
        return .tooLong
      }
      // Whichever comes first; the other is cancelled, and a program that is cancelled is asked to end and then made to.
      defer { group.cancelAll() }
      return try await group.next() ?? .tooLong
    }
  }

  private func ended(on input: [UInt8]) async throws -> End {
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
    let given = try Self.file(holding: input)
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), platformOptions: options,
        input: .fileDescriptor(given, closeAfterSpawningProcess: true), output: .bytes(limit: answer),
        error: .string(limit: 1 << 20))
      let complaint = String(result.standardError.suffix(200))
      switch result.terminationStatus {
      case .exited(0): return .answered(result.standardOutput)
      case .exited(let code): return .failed(Int(code), complaint)
      case .signaled(let signal): return .failed(Int(signal), complaint)
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .notThere
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .tooMuch
    }
  }

  /// A file whose name is gone. Not a pipe: who writes into one that nobody reads is ended by a signal.
  private static func file(holding input: [UInt8]) throws -> FileDescriptor {
    let path = NSTemporaryDirectory() + "entente-\(UUID().uuidString)"
    let file = try FileDescriptor.open(
      path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
    unlink(path)
    do {
      try file.writeAll(input)
      try file.seek(offset: 0, from: .start)
      return file
    } catch {
      try? file.close()
      throw error
    }
  }
}
