import ArgumentParser
import Entente

/// `entente show`.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one entity: its names, offices, ties, and the sentences behind them.",
    discussion: """
      Names are found by any alias, whatever the case and the accents.

      EXAMPLES
        entente show GSOMIA
        entente show "taro kono" --sentences 1
        entente show Japan --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption

  @Option(help: ArgumentHelp("Sentences for each tie, the clearest first.", valueName: "count"))
  var sentences = 3

  @Argument(help: ArgumentHelp("A name, or #number.", valueName: "name"))
  var name: String

  func validate() throws {
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try graph.open()
    let node = try stored.node(named: name)
    let edges = EntityReport.ties(of: node, in: stored.graph)
    let report = EntityReport(
      graph: stored.graph, node: node, quotations: try stored.quotations(of: edges, limit: sentences))
    try console.print(json.isOn ? report.json.pretty : report.text(console.style))
  }
}
