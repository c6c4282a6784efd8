import ArgumentParser
import Entente

/// `entente code`.
struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Code what texts say of given pairs.",
    discussion: """
      Reads JSON lines {"id", "text", "source", "target"} and writes {"id", "event", "weight", "modality", \
      "confidence", "cue", "rule"}; "event" is a PLOVER event type, or null where the text states no relation of the \
      two, and "rule" the reading that decided, with the operators applied, or the fitted model and what it overruled.

      EXAMPLES
        entente code < pairs.jsonl > coded.jsonl

      \(ExitStatus.table)
      """)

  @OptionGroup var output: OutputOption

  @Argument(help: ArgumentHelp("Files of pairs; none or - is standard input.", valueName: "file"))
  var files: [String] = []

  func run() async throws {
    let console = Console.current
    if files.isEmpty, console.inputIsTerminal {
      throw CommandFailure(.usage, "nothing to read: name a file, or give pairs on standard input")
    }
    let coder = try PairEngine()
    var gathered: [UInt8] = []
    var failures = 0
    let toFile = output.path.map { $0 != "-" } ?? false
    for path in files.isEmpty ? ["-"] : files {
      try await coder.code(path: path == "-" ? nil : path) { result in
        switch result {
        case .success(let line):
          if toFile { gathered += (line + "\n").utf8 } else { try console.print(line + "\n") }
        case .failure(let error):
          failures += 1
          console.warn(TerminalText.escaped(error.description))
        }
      }
    }
    if toFile { try console.deliver(gathered, to: output.path) }
    if failures > 0 { throw CommandFailure(.badInput) }
  }
}
