import ArgumentParser
import Entente

/// `entente parse`.
struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Write the grammar of texts as CoNLL-U.",
    discussion: """
      Tokens, lemmas, tags and dependencies by the conventions of Universal Dependencies. A .conllu file that has tags \
      and heads is passed through; with --pretokenized only its words are taken, and tags and heads are made anew.

      EXAMPLES
        entente parse seoul.txt
        entente parse --pretokenized words.conllu > parsed.conllu
        entente parse --pretokenized < words.conllu

      \(ExitStatus.table)
      """)

  @Flag(help: "Input is CoNLL-U: keep its words and sentences.")
  var pretokenized = false

  @OptionGroup var output: OutputOption

  @Argument(help: ArgumentHelp("Files and directories; none or - is standard input.", valueName: "file"))
  var files: [String] = []

  func run() async throws {
    let console = Console.current
    let engine = try Engine()
    var gathered: [UInt8] = []
    var failures = 0
    let toFile = output.path.map { $0 != "-" } ?? false
    func put(_ text: String) throws {
      if toFile { gathered += text.utf8 } else { try console.print(text) }
    }
    func fail(_ error: ReadingError) {
      failures += 1
      console.warn(TerminalText.escaped(error.description))
    }
    func parseWords(_ bytes: [UInt8], _ metadata: DocumentMetadata) throws {
      let result = engine.reparsed(conllu: bytes, metadata: metadata)
      for error in result.errors { fail(error) }
      try put(result.text)
    }
    if pretokenized, files.isEmpty || files == ["-"] {
      let bytes = try RawInput.bytes()
      try parseWords(bytes, DocumentMetadata(id: "stdin"))
    } else {
      for event in try InputOptions.reader(files, console) {
        switch event {
        case .warning(let warning): console.warn(TerminalText.escaped("warning: \(warning)"))
        case .failure(let error): fail(error)
        case .item(.conllu(let metadata, let bytes)):
          if pretokenized {
            try parseWords(bytes, metadata)
          } else {
            let reading = engine.documents(conllu: bytes, metadata: metadata)
            for error in reading.errors { fail(error) }
            for document in reading.documents { try put(engine.conllu(of: document)) }
          }
        case .item(.text(let source)):
          if pretokenized {
            fail(
              ReadingError(.notADocument("--pretokenized reads CoNLL-U, and this is text"), path: source.metadata.path))
          } else {
            try put(engine.conllu(of: engine.analyze(source)))
          }
        }
      }
    }
    if toFile { try console.deliver(gathered, to: output.path) }
    if failures > 0 { throw CommandFailure(.badInput) }
  }
}
