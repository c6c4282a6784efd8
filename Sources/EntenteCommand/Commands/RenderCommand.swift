public import ArgumentParser
public import Entente
import Foundation

extension GraphPicture.Format: ExpressibleByArgument {}
extension GraphPicture.EdgeLabels: ExpressibleByArgument {}
extension GraphPicture.Grouping: ExpressibleByArgument {}
extension Snippet.Syntax: ExpressibleByArgument {}

/// `entente render`.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the graph.",
    discussion: """
      Writes Entente's own SVG, a page to explore (html: search, filters, evidence on a click, paths; one file that \
      asks the network for nothing), DOT text, or what Graphviz draws (png, pdf, svg-graphviz). The same graph gives \
      the same picture, byte by byte. A graph too large to be followed is cut down to its strongest ties, and the picture \
      says so.

      EXAMPLES
        entente render -o graph.svg
        entente render --focus GSOMIA --radius 1 -o gsomia.svg
        entente render --path "Mark Milley" "South Korea" -o path.svg
        entente render --between 2019-11-01 2019-11-15 --cluster country
        entente render --matrix --format png -o slide.png
        entente render --format dot -o - | dot -Tsvg
        entente render -o graph.pdf --snippet latex
        entente render --all --format html -o graph.html

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOption
  @OptionGroup(title: "What is shown") var view: ViewOptions
  @OptionGroup(title: "Which ties count") var filters: FilterOptions
  @OptionGroup(title: "How it looks") var look: LookOptions

  @Option(
    help: ArgumentHelp(
      "Print the lines that set the picture into a text, with what it says in words.",
      valueName: Snippet.Syntax.allCases.map(\.rawValue).joined(separator: "|")))
  var snippet: Snippet.Syntax?

  func validate() throws {
    try view.validate(beside: filters)
    if snippet != nil, output.path == "-" {
      throw ValidationError("--snippet prints to standard output; give the picture a file with -o.")
    }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    guard stored.graph.nodeCount > 0 else {
      throw CommandFailure(.noResult, "\(graph.path): the graph is empty; entente add reads texts into it")
    }
    var picture = GraphPicture(stored)
    picture.filter = filters.filter
    picture.asOf = filters.asOf?.lastDay
    try view.apply(to: &picture)
    try look.apply(to: &picture)
    // Of these programs some make a black field of what a style sheet colours.
    if let snippet, [.latex, .typst, .quarto].contains(snippet) { picture.style.usesStyleSheet = false }
    let format = look.format ?? RenderCommand.format(of: output.path)
    let path = output.path ?? "entente.\(format == .graphvizSVG ? "svg" : format.rawValue)"
    if path == "-", console.outputIsTerminal, format == .png || format == .pdf {
      throw CommandFailure(.usage, "\(format.rawValue) is not written to a terminal; name a file with -o")
    }
    if format == .html { return try await explore(picture, path, console) }
    let figure = try picture.figure()
    for notice in figure.notices { console.warn(notice) }
    let bytes = try await GraphPicture.render(
      figure, as: format, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) { console.warn(TerminalText.escaped($0)) }
    try console.deliver(bytes, to: path)
    if let snippet {
      if snippet == .latex { try await deliverForLaTeX(figure, beside: path, console) }
      let diagram = figure.diagram
      try console.print(
        Snippet(path: path, caption: diagram.title, alternative: diagram.alternativeText()).text(snippet))
    } else if path != "-" {
      try console.print("wrote \(path)\n")
    }
  }

  /// LaTeX sets no SVG: the same picture as PDF, beside it.
  private func deliverForLaTeX(_ figure: Figure, beside path: String, _ console: Console) async throws {
    let file = Snippet.latexFile(path)
    guard file != path else { return }
    do {
      let bytes = try await GraphPicture.render(
        figure, as: .pdf, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ""
      ) { console.warn(TerminalText.escaped($0)) }
      try console.deliver(bytes, to: file)
      console.warn("LaTeX sets no SVG; the picture is in \(TerminalText.escaped(file)) as well")
    } catch let error as RenderingError {
      throw CommandFailure(
        .output, "\(TerminalText.escaped(path)) is written, but LaTeX sets no SVG, and no PDF: \(error.description)")
    }
  }

  private func explore(_ picture: GraphPicture, _ path: String, _ console: Console) async throws {
    guard snippet == nil else {
      throw CommandFailure(.usage, "--snippet sets a picture into a text; a page of its own (html) is linked to")
    }
    guard !look.noStyle else {
      throw CommandFailure(.usage, "--no-style is for pictures in other programs; a page (html) has a style sheet")
    }
    let page: ExplorerPage
    do {
      page = try await picture.explorer { console.warn(TerminalText.escaped($0)) }
    } catch let error as ExplorerError {
      throw CommandFailure(.usage, error.description)
    }
    try console.deliver(Array(page.text.utf8), to: path)
    if path != "-" { try console.print("wrote \(path)\n") }
  }

  private static func format(of path: String?) -> GraphPicture.Format {
    guard let path, let dot = path.lastIndex(of: ".") else { return .svg }
    switch path[path.index(after: dot)...].lowercased() {
    case "dot", "gv": return .dot
    case "png": return .png
    case "pdf": return .pdf
    case "html", "htm": return .html
    default: return .svg
    }
  }
}
