internal import Store

extension Partnership {
  /// An act in one transaction; a preview does all of it, is answered the same, and leaves nothing behind.
  func change<T: Sendable>(
    isPreview: Bool, _ act: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    do {
      return try await database.change { connection in
        let result = try act(connection)
        try connection.settle()
        if isPreview { throw Rehearsed(result: result) }
        return result
      }
    } catch let rehearsed as Rehearsed<T> { return rehearsed.result }
  }
}

/// Ends a transaction that was only to be looked at.
private struct Rehearsed<T: Sendable>: Error {
  let result: T
}
