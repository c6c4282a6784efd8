import Foundation

/// Where a command writes, and what it may assume of the other end. Tests give their own.
public struct Console: Sendable {
  /// Writes to standard output; false where that fails.
  public var write: @Sendable (String) -> Bool
  /// Writes to standard error.
  public var writeError: @Sendable (String) -> Void
  public var outputIsTerminal: Bool
  public var errorIsTerminal: Bool
  public var inputIsTerminal: Bool
  public var isColored: Bool
  /// Columns of a line for people.
  public var columns: Int

  public init(
    write: @escaping @Sendable (String) -> Bool, writeError: @escaping @Sendable (String) -> Void,
    outputIsTerminal: Bool = false, errorIsTerminal: Bool = false, inputIsTerminal: Bool = true,
    isColored: Bool = false, columns: Int = 100
  ) {
    self.write = write
    self.writeError = writeError
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.inputIsTerminal = inputIsTerminal
    self.isColored = isColored
    self.columns = columns
  }

  /// The process's own streams. Colour only on a terminal, and not where `NO_COLOR` is set (no-color.org).
  public static func standard(environment: [String: String]) -> Console {
    let isTerminal = isatty(1) == 1
    let noColor = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return Console(
      write: { put($0, 1) }, writeError: { _ = put($0, 2) }, outputIsTerminal: isTerminal,
      errorIsTerminal: isatty(2) == 1 && environment["TERM"] != "dumb", inputIsTerminal: isatty(0) == 1,
      isColored: isTerminal && !noColor, columns: isTerminal ? width() : 100)
  }

  private static func width() -> Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return min(Int(size.ws_col), 140)
  }

  private static func put(_ text: String, _ descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      var written = 0
      while written < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }

  /// The console of the running command.
  @TaskLocal static var current = Console.standard(environment: ProcessInfo.processInfo.environment)

  /// Writes text to standard output.
  func print(_ text: String) throws {
    guard write(text) else { throw CommandFailure(.output, "standard output cannot be written") }
  }

  /// One line to standard error.
  func warn(_ text: String) { writeError("entente: \(text)\n") }
}
