import ArgumentParser
import Entente
import Foundation

/// `entente path`.
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how two entities are connected, with the sentences behind every step.",
    discussion: """
      A path may walk ties either way. Its strength is the product of the |weights|, its trust the product of how much \
      stands behind each tie; on the whole it is friendly or hostile as the product of its signs: the enemy of an \
      enemy is a friend. The search is complete: where it finds no path within the bounds, there is none.

      Method: bidirectional shortest paths on -ln of strength or trust; Yen's algorithm for --k; depth-first search for \
      --all; earliest arrival (Wu et al. 2014, doi:10.14778/2732939.2732945) for --by date.

      EXAMPLES
        entente path "Mark Milley" "South Korea"
        entente path Kono Esper --by hops --k 3
        entente path Tokyo Seoul --all --max-hops 3 --cap 50
        entente path Tokyo Seoul --avoid GSOMIA --via Washington --sign friendly
        entente path Esper Seoul --by date --since 2019-11-01
        entente path Japan GSOMIA --max-hops 2 --json
        entente path Milley Seoul --format svg -o path.svg

      \(ExitStatus.table)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, dot, svg }

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup var output: OutputOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("What is written; by default told by the output's name, else text.", valueName: "format"))
  var format: Format?

  @OptionGroup var asked: PathOptions

  func validate() throws {
    if json.isOn, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let question = try asked.question(in: stored, filters.filter)
    let format = chosenFormat
    switch try stored.paths(question) {
    case .none(let report):
      if format == .json { try console.deliver(Array(report.json.pretty.utf8), to: output.path) }
      throw CommandFailure(.noResult, report.text)
    case .paths(let report):
      let bytes: [UInt8]
      switch format {
      case .text:
        let style = output.isFile ? TextStyle() : console.style
        bytes = Array(report.text(style).utf8)
      case .json: bytes = Array(report.json.pretty.utf8)
      case .dot, .svg: bytes = try await picture(of: report.paths, in: stored, format == .dot ? .dot : .svg, console)
      }
      try console.deliver(bytes, to: output.path)
    }
  }

  private var chosenFormat: Format {
    if json.isOn { return .json }
    if let format { return format }
    guard let path = output.path, let dot = path.lastIndex(of: ".") else { return .text }
    let name = path[path.index(after: dot)...].lowercased()
    return name == "gv" ? .dot : Format(rawValue: name) ?? .text
  }

  private func picture(
    of paths: [PathAnswer], in stored: StoredGraph, _ format: GraphPicture.Format, _ console: Console
  ) async throws -> [UInt8] {
    var picture = GraphPicture(stored, selection: .paths(paths))
    picture.filter = filters.filter
    picture.asOf = filters.asOf?.lastDay
    let figure = try picture.figure()
    for notice in figure.notices { console.warn(notice) }
    return try await GraphPicture.render(
      figure, as: format, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }
}
