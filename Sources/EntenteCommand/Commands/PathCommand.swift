public import ArgumentParser
public import Entente

extension PathRanking: ExpressibleByArgument {}

/// `entente path`.
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how two entities are connected, with the sentences behind every step.",
    discussion: """
      A path may walk ties either way. Its strength is the product of the |weights|; on the whole it is friendly or \
      hostile as the product of their signs: the enemy of an enemy is a friend.

      EXAMPLES
        entente path "Mark Milley" "South Korea"
        entente path Kono Esper --by hops --k 3
        entente path Japan GSOMIA --max-hops 2 --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "The best path is that with the fewest hops, the greatest strength, or the greatest trust.",
      valueName: "hops|strength|trust"))
  var ranking = PathRanking.strength

  @Option(name: .customLong("k"), help: ArgumentHelp("So many paths, the best first.", valueName: "count"))
  var count = 1

  @Option(help: ArgumentHelp("No path with more steps.", valueName: "count"))
  var maxHops: Int?

  @Option(help: ArgumentHelp("Sentences for each step, the clearest first.", valueName: "count"))
  var sentences = 2

  @Argument(help: "A name, or #number.")
  var from: String

  @Argument(help: "A name, or #number.")
  var to: String

  func validate() throws {
    guard count >= 1 else { throw ValidationError("--k needs a number from 1 on.") }
    guard maxHops ?? 1 >= 1 else { throw ValidationError("--max-hops needs a number from 1 on.") }
    guard sentences >= 0 else { throw ValidationError("--sentences needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let (start, end) = (try stored.node(named: from), try stored.node(named: to))
    do {
      let report = try stored.paths(
        from: start, to: end, by: ranking, count: count,
        PathConstraints(filter: filters.filter, maximumHops: maxHops), sentences: sentences)
      try console.print(json.isOn ? report.json.pretty : report.text(console.style))
    } catch let failure as NoPath {
      if json.isOn { try console.print(PathReport(graph: stored.graph, paths: [], quotations: [:]).json.pretty) }
      throw CommandFailure(.noResult, TerminalText.escaped(NoPathText.text(failure, in: stored.graph)))
    }
  }
}
