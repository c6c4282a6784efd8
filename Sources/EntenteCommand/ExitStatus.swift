/// What the process says at its end, for scripts.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  /// The question has no answer: no such name, no path, an empty list.
  case noResult = 1
  /// The command line is wrong.
  case usage = 2
  /// Some of the input could not be read. The rest went through.
  case badInput = 3
  /// The graph file is missing, is none, is full or may not be written.
  case store = 4
  /// The output could not be written.
  case output = 5
  /// Ended by Ctrl-C. What was stored before is stored.
  case interrupted = 130

  /// For the end of help texts.
  static let table = """
    EXIT STATUS
      0  done
      1  no result: no such name, no path, nothing there
      2  the command line is wrong, or a name is ambiguous
      3  some input could not be read; the rest went through
      4  the graph file is missing, no graph, full or may not be written
      5  the output could not be written
    130  interrupted; what was stored before stays stored
    """
}

/// Why a command ends early: what to say on standard error, and the exit status.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String

  init(_ status: ExitStatus, _ message: String = "") {
    self.status = status
    self.message = message
  }
}
