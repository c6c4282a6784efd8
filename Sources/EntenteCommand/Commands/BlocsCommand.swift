import ArgumentParser
import Entente

/// `entente blocs`.
struct BlocsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocs",
    abstract: "Show the blocs of a graph, how they stand to each other, and who stands between them.",
    discussion: """
      Any number of blocs, with friendship within and enmity between; who belongs to whom counts as friendship. Who \
      stands between: across and within are the strength of the ties to other blocs and to one's own, spread is 0 where \
      all ties lead to one bloc.

      Method: signed modularity by the Leiden algorithm (Gómez, Jensen and Arenas 2009, doi:10.1103/PhysRevE.80.016114; \
      Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z); participation coefficient (Guimerà and Amaral \
      2005, doi:10.1038/nature03288).

      EXAMPLES
        entente blocs
        entente blocs --roll-up --resolution 1.5
        entente blocs --kinds stance,cooperation --as-of 2019-11-15
        entente blocs --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("Above 0; more gives more and smaller blocs.", valueName: "number"))
  var resolution = 1.0

  @Option(help: ArgumentHelp("Brokers listed at most.", valueName: "count"))
  var limit = 10

  @OptionGroup var members: MembersOption

  func validate() throws {
    if !(resolution > 0 && resolution.isFinite) { throw ValidationError("--resolution needs a number above 0.") }
    if limit < 0 { throw ValidationError("--limit needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let report = BlocReport(graph: stored.graph, resolution: resolution, filters.filter)
    if json.isOn { return try console.print(report.json.pretty) }
    guard !report.blocs.groups.isEmpty else {
      throw CommandFailure(.noResult, "no tie weighs anything\(filters.suffix)")
    }
    try console.print(report.text(console.style, mostNames: members.count, mostBrokers: limit))
  }
}
