import Dispatch
import Foundation

/// Turns the first Ctrl-C into the cancellation of a task, so that it can end between two texts; a second one
/// ends the process at once, which costs no stored text either.
enum Interruption {
  /// Runs a body that can be interrupted.
  ///
  /// - Returns: whether it was.
  static func guarded(_ body: @escaping @Sendable () async throws -> Void) async throws -> Bool {
    let task = Task { try await body() }
    let previous = signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      if task.isCancelled { _exit(130) }
      task.cancel()
    }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, previous)
    }
    do {
      try await task.value
    } catch is CancellationError {
      return true
    }
    return task.isCancelled
  }
}
