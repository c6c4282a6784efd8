public import ArgumentParser
public import Entente
import Foundation

extension GraphPicture.Format: ExpressibleByArgument {}
extension DiagramStyle.Theme: ExpressibleByArgument {}

/// `entente render`.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the graph.",
    discussion: """
      Writes Entente's own SVG, DOT text, or what Graphviz draws (png, pdf, svg-graphviz). The same graph gives the \
      same picture, byte by byte. A graph too large to be followed is cut down to its strongest ties, and the picture \
      says so.

      EXAMPLES
        entente render -o graph.svg
        entente render --focus GSOMIA --radius 1 -o gsomia.svg
        entente render --format png -o slide.png
        entente render --format dot -o - | dot -Tsvg

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOption

  @Option(
    help: ArgumentHelp("By default told by the output's name, else svg.", valueName: "svg|dot|png|pdf|svg-graphviz"))
  var format: GraphPicture.Format?

  @Option(help: ArgumentHelp("Layout: \(LayoutEngine.names). By default chosen by size.", valueName: "name"))
  var layout: String?

  @Option(help: ArgumentHelp("Only this entity and its surroundings; may be repeated.", valueName: "name"))
  var focus: [String] = []

  @Option(help: ArgumentHelp("With --focus: all within so many steps.", valueName: "steps"))
  var radius = 1

  @Option(help: ArgumentHelp("Only the strongest ties, so many.", valueName: "count"))
  var top: Int?

  @Flag(help: "Everything, however much it is.")
  var all = false

  @Option(help: ArgumentHelp("Above the picture.", valueName: "text"))
  var title = ""

  @Option(help: ArgumentHelp("Colours: automatic, light, dark, greyscale.", valueName: "name"))
  var theme = DiagramStyle.Theme.automatic

  @Flag(help: "SVG with plain attributes and no style sheet, for Word, LaTeX and Typst.")
  var noStyle = false

  func validate() throws {
    if radius < 0 { throw ValidationError("--radius needs a number from 0 on.") }
    if let top, top < 1 { throw ValidationError("--top needs a number from 1 on.") }
    if [!focus.isEmpty, top != nil, all].count(where: { $0 }) > 1 {
      throw ValidationError("--focus, --top and --all exclude each other.")
    }
  }

  func run() async throws {
    let console = Console.current
    let stored = try graph.open()
    guard stored.graph.nodeCount > 0 else {
      throw CommandFailure(.noResult, "\(graph.path): the graph is empty; entente add reads texts into it")
    }
    var picture = GraphPicture(stored)
    if !focus.isEmpty { picture.selection = .around(try focus.map { try stored.node(named: $0) }, radius: radius) }
    if let top { picture.selection = .strongest(top) }
    if all { picture.selection = .everything }
    picture.title = title
    picture.style = DiagramStyle(
      theme: theme, usesStyleSheet: !noStyle, engine: try layout.map { try LayoutEngine(named: $0) })
    let format = self.format ?? RenderCommand.format(of: output.path)
    let path = output.path ?? "entente.\(format == .graphvizSVG ? "svg" : format.rawValue)"
    if path == "-", console.outputIsTerminal, format == .png || format == .pdf {
      throw CommandFailure(.usage, "\(format.rawValue) is not written to a terminal; name a file with -o")
    }
    let figure = try picture.figure()
    for notice in figure.notices { console.warn(notice) }
    let bytes = try await GraphPicture.render(
      figure, as: format, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    try console.deliver(bytes, to: path)
    if path != "-" { try console.print("wrote \(path)\n") }
  }

  private static func format(of path: String?) -> GraphPicture.Format {
    guard let path, let dot = path.lastIndex(of: ".") else { return .svg }
    switch path[path.index(after: dot)...].lowercased() {
    case "dot", "gv": return .dot
    case "png": return .png
    case "pdf": return .pdf
    default: return .svg
    }
  }
}
