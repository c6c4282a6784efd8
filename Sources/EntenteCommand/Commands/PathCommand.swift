public import ArgumentParser
public import Entente
import Foundation

/// What makes a path the best, as an option says it.
enum PathOrder: String, CaseIterable, ExpressibleByArgument {
  case hops, strength, trust, date

  var ranking: PathRanking {
    switch self {
    case .hops: .hops
    case .strength, .date: .strength
    case .trust: .trust
    }
  }
}

extension PathRanking: ExpressibleByArgument {}

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

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "The best path is that with the fewest hops, the greatest strength, the greatest trust, or the earliest arrival.",
      valueName: "hops|strength|trust|date"))
  var order = PathOrder.strength

  @Flag(help: "Each step no earlier than the one before, as news or influence travels; the same as --by date.")
  var timeRespecting = false

  @Option(name: .customLong("k"), help: ArgumentHelp("So many paths, the best first. (default: 1)", valueName: "count"))
  var count: Int?

  @Flag(help: "All paths of at most --max-hops steps (by default 4), the shortest first.")
  var all = false

  @Option(help: ArgumentHelp("With --all: at most so many; that there are more is said.", valueName: "count"))
  var cap = 100

  @Option(help: ArgumentHelp("No path with more steps.", valueName: "count"))
  var maxHops: Int?

  @Option(
    help: ArgumentHelp("Only paths that pass this entity; may be repeated, five times at most.", valueName: "name"))
  var via: [String] = []

  @Option(help: ArgumentHelp("Only paths that do not pass this entity; may be repeated.", valueName: "name"))
  var avoid: [String] = []

  @Option(
    help: ArgumentHelp(
      "Steps through entities with many ties cost more: 0 for no more, 1 for as much as they have ties; 10 at most.",
      valueName: "factor"))
  var hubPenalty = 0.0

  @Option(help: ArgumentHelp("Sentences for each step, the clearest first; 0 for none.", valueName: "count"))
  var sentences = 2

  @Argument(help: "A name, or #number.")
  var from: String

  @Argument(help: "A name, or #number.")
  var to: String

  private var isByDate: Bool { timeRespecting || order == .date }

  func validate() throws {
    guard count ?? 1 >= 1 else { throw ValidationError("--k needs a number from 1 on.") }
    guard cap >= 1 else { throw ValidationError("--cap needs a number from 1 on.") }
    guard maxHops ?? 1 >= 1 else { throw ValidationError("--max-hops needs a number from 1 on.") }
    guard sentences >= 0 else { throw ValidationError("--sentences needs a number from 0 on.") }
    guard (0...10).contains(hubPenalty) else { throw ValidationError("--hub-penalty needs a number from 0 to 10.") }
    guard via.count <= 5 else { throw ValidationError("--via takes five names at most.") }
    if all, count != nil { throw ValidationError("--all and --k exclude each other; --cap bounds --all.") }
    if isByDate {
      for (isGiven, name) in [
        (all, "--all"), (count != nil, "--k"), (hubPenalty > 0, "--hub-penalty"),
      ] where isGiven {
        throw ValidationError("\(name) does not go with paths in order of time: these give the one that arrives first.")
      }
    }
    if json.isOn, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    var question = PathQuestion(from: try stored.node(named: from), to: try stored.node(named: to))
    question.ranking = order.ranking
    question.scope = isByDate ? .earliest : all ? .all(maximumHops: maxHops ?? 4, cap: cap) : .best(count ?? 1)
    question.constraints = PathConstraints(
      filter: filters.filter, through: Set(try via.map { try stored.node(named: $0) }),
      avoiding: Set(try avoid.map { try stored.node(named: $0) }), maximumHops: maxHops)
    question.hubPenalty = hubPenalty
    question.sentences = sentences
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
