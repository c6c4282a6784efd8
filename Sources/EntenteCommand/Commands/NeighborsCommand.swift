import ArgumentParser
import Entente

/// `entente neighbors`.
struct NeighborsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbors",
    abstract: "Show who is around an entity.",
    discussion: """
      All within some steps, ties walked either way, by distance; the strongest ties first.

      Method: breadth-first search; the ego network of social network analysis.

      EXAMPLES
        entente neighbors GSOMIA
        entente neighbors "Mark Milley" --radius 2 --kinds stance,cooperation
        entente neighbors Seoul --sign hostile --sentences 1
        entente neighbors Japan --node-kinds officials --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("All within so many steps.", valueName: "steps"))
  var radius = 1

  @Option(help: ArgumentHelp("Sentences for each tie, the clearest first.", valueName: "count"))
  var sentences = 0

  @Argument(help: ArgumentHelp("A name, or #number.", valueName: "name"))
  var name: String

  func validate() throws {
    if radius < 1 { throw ValidationError("--radius needs a number from 1 on.") }
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let node = try stored.node(named: name)
    let report = try stored.neighbors(
      of: node, radius: radius, filters.filter(for: [node], in: stored), sentences: sentences)
    guard !report.network.levels.isEmpty else {
      if json.isOn { try console.print(report.json.pretty) }
      throw CommandFailure(.noResult, "\(stored.quotedName(node)) has no ties\(filters.suffix)")
    }
    try console.print(json.isOn ? report.json.pretty : report.text(console.style))
  }
}
