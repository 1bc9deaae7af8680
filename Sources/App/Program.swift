internal import Foundation
internal import Kernel
internal import Subprocess

/// Another program, run for what it writes, within limits. It gets its input whole and no shell reads its arguments.
struct Program: Sendable {
  /// What went wrong, for the caller to say what would be right.
  enum Failure: Error, Equatable {
    case missing
    /// It took longer than `longest` and was stopped, with what it had started itself.
    case timedOut
    /// It wrote more than `most` and was stopped.
    case tooMuch
    /// It ended by itself and says that it failed.
    case failed(String)
  }

  /// As it is found on the PATH.
  let name: String
  var longest: Duration = .seconds(60)
  /// Bytes that it may write.
  var most = 64 << 20

  /// A program that ends before it has read its input breaks the pipe to it: that is its failure, and not the end of this
  /// one.
  private static let standsBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// - Throws: a `Failure`.
  func output(_ arguments: [String], input: [UInt8] = []) async throws(Failure) -> [UInt8] {
    Self.standsBrokenPipes
    let outcome = await withTaskGroup(of: Result<[UInt8], Failure>.self) { group in
      group.addTask { await answer(arguments, input) }
      group.addTask {
        try? await Task.sleep(for: longest)
        return .failure(.timedOut)
      }
      // Whoever comes first is heard; cancelling the other one stops the program, and is waited for.
      let first = await group.next() ?? .failure(.timedOut)
      group.cancelAll()
      return first
    }
    return try outcome.get()
  }

  private func answer(_ arguments: [String], _ input: [UInt8]) async -> Result<[UInt8], Failure> {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))
    ]
    do {
      let result = try await run(
        .name(name), arguments: Arguments(arguments), platformOptions: options, input: .array(input),
        output: .bytes(limit: most), error: .discarded)
      guard result.terminationStatus.isSuccess else {
        return .failure(.failed("\(result.terminationStatus)"))
      }
      return .success(result.standardOutput)
    } catch let error as SubprocessError {
      switch error.code {
      case .executableNotFound: return .failure(.missing)
      case .outputLimitExceeded: return .failure(.tooMuch)
      default: return .failure(.failed("\(error)"))
      }
    } catch {
      return .failure(.failed("\(error)"))
    }
  }
}
