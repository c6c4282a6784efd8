import ArgumentParser
import Entente

/// `entente extract`.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write what texts say as JSON lines, without storing it.",
    discussion: """
      One object for each document: {"document", "entities", "claims"}. Claims give weight (-1 opposes … 1 supports), \
      modality, attribution, and the sentence with its UTF-8 byte offsets. Texts are worked on by all cores; the order \
      is that of the input.

      EXAMPLES
        entente extract seoul.txt
        entente extract < documents.jsonl > coded.jsonl

      \(ExitStatus.table)
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOption

  @Argument(help: ArgumentHelp("Files and directories; none or - is standard input.", valueName: "file"))
  var files: [String] = []

  func run() async throws {
    let console = Console.current
    let reader = try InputOptions.reader(files, console)
    let engine = try Engine()
    let bar = ProgressBar(
      console, total: console.errorIsTerminal && !console.outputIsTerminal ? reader.totalBytes() : nil)
    var gathered: [UInt8] = []
    var documents = 0
    var failures = 0
    let toFile = output.path.map { $0 != "-" } ?? false
    try await engine.extract(reader, jobs: input.jobs ?? Engine.defaultJobs) {
      bar.advance(to: $0)
    } emit: { result in
      switch result {
      case .document(let coded):
        documents += 1
        let line = ExtractionRecord(coded).json.line + "\n"
        if toFile { gathered += line.utf8 } else { try console.print(line) }
      case .warning(let warning):
        bar.clear()
        console.warn(TerminalText.escaped("warning: \(warning)"))
      case .failure(let error):
        failures += 1
        bar.clear()
        console.warn(TerminalText.escaped(error.description))
      }
      if !console.outputIsTerminal { bar.show(documents: documents) }
    }
    bar.clear()
    if toFile { try console.deliver(gathered, to: output.path) }
    if failures > 0 { throw CommandFailure(.badInput) }
  }
}
