import ArgumentParser
import Entente

/// `entente export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole graph, with the sentences behind every edge.",
    discussion: """
      JSON with "documents", "nodes" and "edges", in an order that only changes with the graph.

      EXAMPLES
        entente export -o graph.json
        entente export | jq '.edges[] | select(.weight < -0.3)'

      \(ExitStatus.table)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case json }

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOption

  @Option(help: ArgumentHelp("The format.", valueName: "json"))
  var format = Format.json

  func run() async throws {
    let console = Console.current
    let stored = try graph.open()
    let record = GraphRecord(
      graph: stored.graph, documents: try stored.store.documentRows(),
      quotations: try stored.quotations(of: stored.graph.edges))
    try console.deliver(Array(record.json.pretty.utf8), to: output.path)
  }
}
