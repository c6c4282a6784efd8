import ArgumentParser
import Entente

/// `entente stance`.
struct StanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stance",
    abstract: "Show who supports and who opposes an entity, since when, and who says so.",
    discussion: """
      Stances that are told both ways stand by themselves, with the clearest sentence for either side. Below stands \
      what the entity supports and opposes itself.

      Method: stance edges, each the mean of its claims drawn towards 0 (see the weight of an edge in the documentation).

      EXAMPLES
        entente stance GSOMIA
        entente stance Seoul --since 2019-11-01 --sentences 1
        entente stance GSOMIA --min-sources 2 --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("Sentences for each stance, the clearest first.", valueName: "count"))
  var sentences = 2

  @Argument(help: ArgumentHelp("A name, or #number.", valueName: "name"))
  var name: String

  func validate() throws {
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let node = try stored.node(named: name)
    let report = try stored.stances(of: node, filters.filter(for: [node], in: stored), sentences: sentences)
    guard !report.profile.received.isEmpty || !report.profile.held.isEmpty else {
      if json.isOn { try console.print(report.json.pretty) }
      throw CommandFailure(
        .noResult, "nobody is said to support or oppose \(stored.quotedName(node)), nor it anybody\(filters.suffix)")
    }
    try console.print(json.isOn ? report.json.pretty : report.text(console.style))
  }
}
