import ArgumentParser
import Entente

/// `entente overview`.
struct OverviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "Show what the graph is about: its nodes, its strongest ties, and one connection explained.",
    discussion: """
      EXAMPLES
        entente overview
        entente overview --graph asia.sqlite

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions

  @Option(help: ArgumentHelp("Nodes and ties listed.", valueName: "count"))
  var limit = 12

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try graph.open()
    let graph = stored.graph
    guard graph.nodeCount > 0 else {
      throw CommandFailure(.noResult, "the graph is empty; entente add reads texts into it")
    }
    let documents = try stored.store.documentRows()
    try console.print(
      "\(documents.count) documents, \(graph.nodeCount) nodes, \(graph.edgeCount) edges\n\nNODES, the most connected\n")
    var nodes = EntityList(graph: graph)
    nodes.nodes = Array(nodes.nodes.prefix(limit))
    try console.print(nodes.text())
    let signed = EdgeFilter(kinds: [.stance, .cooperation])
    try console.print("\nTIES, the strongest\n")
    try console.print(EdgeList(graph: graph, edges: graph.strongestEdges(limit, signed)).text())
    if let (from, to) = stored.exampleEnds() {
      let names = "\(TerminalText.escaped(graph.entity(from).name)) – \(TerminalText.escaped(graph.entity(to).name))"
      try console.print("\nPATH, \(names)\n")
      var question = PathQuestion(from: from, to: to)
      question.sentences = 1
      if case .paths(let report)? = try? stored.paths(question) {
        try console.print(report.text(console.style))
      }
    }
  }
}
