import ArgumentParser
import Entente
import Foundation

/// `entente pandoc`.
struct PandocCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pandoc",
    abstract: "Fill living blocks on the way through pandoc, to Word, PDF, LaTeX, EPUB or HTML.",
    discussion: """
      A JSON filter: it reads pandoc's document tree on standard input and writes it with every block answered. Blocks \
      are those of entente embed: code of the language entente, with the words on the lines below the fence, and pairs \
      of comments. Pictures are SVG in HTML and EPUB and PNG in Word, OpenDocument and PowerPoint, within the document; \
      LaTeX gets PDF and other formats PNG, as files in the folder entente-media, or the one that the environment \
      variable ENTENTE_MEDIA names. PNG and PDF are made by rsvg-convert.

      pandoc runs a filter by one name, with the format that it writes: make install links the program as \
      entente-pandoc. The graph is named by the environment variable ENTENTE_GRAPH then.

      EXAMPLES
        ENTENTE_GRAPH=gsomia.sqlite pandoc brief.md --filter entente-pandoc -o brief.docx
        pandoc -t json brief.md | entente pandoc html | pandoc -f json -s -o brief.html

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions

  @Argument(help: ArgumentHelp("The format that pandoc writes.", valueName: "format"))
  var target = "html"

  func run() async throws {
    let console = Console.current
    guard !console.inputIsTerminal else {
      throw CommandFailure(.usage, "pandoc's document is read from standard input; see entente pandoc --help")
    }
    let environment = ProcessInfo.processInfo.environment
    var graph = graph
    if let path = environment["ENTENTE_GRAPH"], !path.isEmpty, graph.path == GraphOptions.standardPath {
      graph.path = path
    }
    let answers = try BlockAnswers(graph, isForPages: true)
    var filter = PandocFilter(target: target, searchPath: environment["PATH"] ?? "")
    if let folder = environment["ENTENTE_MEDIA"], !folder.isEmpty { filter.mediaFolder = folder }
    let document = FileHandle.standardInput.readDataToEndOfFile()
    do {
      let result = try await filter.filter(document) { words, scope in await answers.answer(words, scope: scope) }
      try console.print(String(decoding: result, as: UTF8.self) + "\n")
    } catch let failure as PandocFilter.Failure {
      throw CommandFailure(.badInput, failure.description)
    }
  }
}
