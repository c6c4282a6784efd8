public import ArgumentParser
public import Entente

extension RankReport.Measure: ExpressibleByArgument {}

/// `entente rank`.
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Show who is central, by three measures.",
    discussion: """
      Degree is the number of others with a tie; betweenness the share of the shortest ways between others that run \
      through; PageRank how often a walker who follows ties by their strength comes by. On graphs of more than 2,000 \
      nodes betweenness is estimated from 256 of them, and its standard error stands beside it.

      Method: Brandes 2001, doi:10.1080/0022250X.2001.9990249; Brandes and Pich 2007, doi:10.1142/S0218127407018403; \
      Page, Brin, Motwani and Winograd 1999.

      EXAMPLES
        entente rank
        entente rank officials --by betweenness
        entente rank --kinds stance --sign hostile --limit 5
        entente rank --by pagerank --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(name: .customLong("by"), help: "The order of the list.")
  var measure = RankReport.Measure.degree

  @Option(help: ArgumentHelp("Nodes that shortest ways are followed from; more is exacter.", valueName: "count"))
  var sources: Int?

  @Option(help: ArgumentHelp("At most so many; 0 for all. (default: 25, with --json all)", valueName: "count"))
  var limit: Int?

  @Argument(
    help: ArgumentHelp(
      "countries, officials, organizations or agreements; all by default. Ways may run through others all the same.",
      valueName: "what"), transform: { try OptionText.list($0, of: EntityKind.self) })
  var kinds: [EntityKind] = []

  func validate() throws {
    if let sources, sources < 1 { throw ValidationError("--sources needs a number from 1 on.") }
    if let limit, limit < 0 { throw ValidationError("--limit needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let sampled = sources ?? (stored.graph.nodeCount > 2000 ? 256 : nil)
    var report = RankReport(
      graph: stored.graph, by: measure, sources: sampled, kinds: kinds.isEmpty ? nil : Set(kinds), filters.filter)
    let most = limit ?? (json.isOn ? 0 : 25)
    if most > 0 { report.rows = Array(report.rows.prefix(most)) }
    if json.isOn { return try console.print(report.json.pretty) }
    guard !report.rows.isEmpty else { throw CommandFailure(.noResult, "nobody has a tie\(filters.suffix)") }
    try console.print(report.text())
  }
}
