import ArgumentParser
import Entente

/// `entente list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is in the graph.",
    discussion: """
      Entities come with the most connected first, ties with the strongest, documents in order of adding.

      EXAMPLES
        entente list
        entente list officials
        entente list ties --limit 20
        entente list documents --json

      \(ExitStatus.table)
      """)

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case everything, countries, officials, organizations, agreements, ties, documents

    var kind: EntityKind? {
      switch self {
      case .countries: .country
      case .officials: .official
      case .organizations: .organization
      case .agreements: .agreement
      case .everything, .ties, .documents: nil
      }
    }
  }

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption

  @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit: Int?

  @Argument(
    help: ArgumentHelp(
      "countries, officials, organizations, agreements, ties, documents; all entities by default.",
      valueName: "what"))
  var subject = Subject.everything

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
  }

  func run() async throws {
    let console = Console.current
    if subject == .documents {
      var rows = try GraphStore(path: graph.path, mode: .readOnly).documentRows()
      if let limit { rows = Array(rows.prefix(limit)) }
      guard !rows.isEmpty || json.isOn else { throw CommandFailure(.noResult, "no documents; entente add reads some") }
      let list = DocumentList(rows)
      return try console.print(json.isOn ? list.json.pretty : list.text())
    }
    let stored = try graph.open()
    if subject == .ties {
      let list = EdgeList(graph: stored.graph, edges: stored.graph.strongestEdges(limit))
      guard !list.edges.isEmpty || json.isOn else { throw CommandFailure(.noResult, "no ties") }
      return try console.print(json.isOn ? list.json.pretty : list.text())
    }
    var list = EntityList(graph: stored.graph, kind: subject.kind)
    if let limit { list.nodes = Array(list.nodes.prefix(limit)) }
    guard !list.nodes.isEmpty || json.isOn else {
      throw CommandFailure(.noResult, "no \(subject == .everything ? "entities" : subject.rawValue)")
    }
    try console.print(json.isOn ? list.json.pretty : list.text())
  }
}
