public import ArgumentParser
public import Entente
import Foundation

/// `entente report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a complete brief: who stands where, and by which sentences.",
    discussion: """
      The diagram, agreements with their status, parties, supporters and opponents, actors with their roles and where \
      they stand, the strongest and the most contested ties, what changed between two days, paths asked for, and the \
      numbered sentences that all of it rests on.

      In Markdown the picture lies in a file beside the report, in HTML within the page, which asks the network for \
      nothing.

      EXAMPLES
        entente report -o brief.md
        entente report -o brief.html --compare 2019-11-10 2019-11-22
        entente report --since 2019-11-01 --path "Mark Milley" "South Korea"
        entente report --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup var output: OutputOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("By default told by the output's name, else Markdown.", valueName: "markdown|html"))
  var format: LivingBlocks.Syntax?

  @Option(help: ArgumentHelp("Above the brief.", valueName: "text"))
  var title = ""

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Tell what changed from the one day to the other.", valueName: "date date"),
    transform: { try OptionText.date($0) })
  var compare: [CalendarDate] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Tell how the first is connected with the second; several pairs one after the other.",
      valueName: "from to"))
  var path: [String] = []

  @Option(help: ArgumentHelp("Actors told of at most.", valueName: "count"))
  var actors = 15

  @Option(help: ArgumentHelp("Ties in each list at most.", valueName: "count"))
  var ties = 8

  func validate() throws {
    if !compare.isEmpty, compare.count != 2 { throw ValidationError("--compare needs two dates.") }
    if path.count % 2 != 0 {
      throw ValidationError("--path needs two names, each in quotation marks where it has spaces.")
    }
    if actors < 1 { throw ValidationError("--actors needs a number from 1 on.") }
    if ties < 1 { throw ValidationError("--ties needs a number from 1 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    guard stored.graph.nodeCount > 0 else {
      throw CommandFailure(.noResult, "\(graph.path): the graph is empty; entente add reads texts into it")
    }
    var question = BriefQuestion()
    question.filter = filters.filter
    question.asOf = filters.asOf?.lastDay
    question.title = title
    question.limits.actors = actors
    question.limits.ties = ties
    if compare.count == 2 { question.comparison = (compare[0].lastDay, compare[1].lastDay) }
    for place in stride(from: 0, to: path.count, by: 2) {
      question.paths.append((try stored.node(named: path[place]), try stored.node(named: path[place + 1])))
    }
    let report = try await stored.brief(question)
    var parts = report.parts
    if json.isOn { return try console.deliver(Array(ReportPart.json(parts).pretty.utf8), to: output.path) }
    switch format ?? output.path.flatMap { LivingBlocks.Syntax(fileName: $0) } ?? .markdown {
    case .markdown:
      parts = try placed(parts)
      try console.deliver(Array(MarkdownWriter().text(of: parts).utf8), to: output.path)
    case .html:
      let heading = parts.lazy.compactMap { if case .heading(1, let prose) = $0 { prose.plain } else { nil } }.first
      try console.deliver(Array(HTMLPage(title: heading ?? "Brief", parts: parts).text.utf8), to: output.path)
    }
    if let path = output.path, path != "-" { try console.print("wrote \(TerminalText.escaped(path))\n") }
  }

  /// Pictures in a file beside the report; where there is no file, none.
  private func placed(_ parts: [ReportPart]) throws -> [ReportPart] {
    guard let path = output.path, path != "-" else {
      return parts.map { part in
        guard case .picture(let picture) = part else { return part }
        return .paragraph(Prose(picture.alternative))
      }
    }
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent + "-diagram.svg"
    return try parts.map { part in
      guard case .picture(var picture) = part else { return part }
      try AtomicFile.write(picture.svg.utf8, to: url.deletingLastPathComponent().appendingPathComponent(name).path)
      picture.address = ReportEmbedding.address(of: name)
      return .picture(picture)
    }
  }
}
