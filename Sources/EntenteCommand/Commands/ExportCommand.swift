import ArgumentParser
import Entente

/// `entente export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph for other programs, or its claims.",
    discussion: """
      FORMATS
        json       documents, nodes, and edges with all their sentences
        graphml    for Gephi, yEd, igraph, NetworkX
        gexf       for Gephi
        node-link  JSON for NetworkX (node_link_graph)
        csv        two tables, x.nodes.csv and x.edges.csv, with the headers that neo4j-admin database import takes; \
      safe to open in a spreadsheet
        dot        for Graphviz's tools; pictures come from entente render
        claims     one claim a line, as JSON, with its evidence and an id that stays the same whatever is put right later

      Edges carry sign, weight, kind, dates, sources and, unless --no-claims is given, their claims, from \
      which entente import makes the same graph again. The order only changes with the graph.

      EXAMPLES
        entente export graph.graphml
        entente export ties --format csv
        entente export -o graph.json
        entente export --format claims | jq -c 'select(.weight < -0.3)'

      \(ExitStatus.table)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, graphml, gexf
    case nodeLink = "node-link"
    case csv, dot, claims

    var interchange: InterchangeFormat? { InterchangeFormat(rawValue: rawValue) }
  }

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOption
  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp(
      "The format; by default told by the file's name, else json.",
      valueName: Format.allCases.map(\.rawValue).joined(separator: "|")))
  var format: Format?

  @Flag(inversion: .prefixedNo, help: "Let edges carry their claims, from which import makes the same graph again.")
  var claims = true

  @Argument(help: ArgumentHelp("The file to write, as with -o.", valueName: "file"))
  var file: String?

  func validate() throws {
    if file != nil, output.path != nil { throw ValidationError("Name the file once, as FILE or with -o.") }
    if json.isOn, let format, format != .json { throw ValidationError("--json is --format json; name one.") }
  }

  func run() async throws {
    let console = Console.current
    let path = file ?? output.path
    let format = json.isOn ? .json : format ?? path.flatMap { Self.format(of: $0) } ?? .json
    if format == .csv, path == nil || path == "-" {
      throw CommandFailure(.usage, "csv is two tables: name the file that they are to be called after")
    }
    let stored = try graph.open()
    guard let interchange = format.interchange else {
      let record = GraphRecord(
        graph: stored.graph, documents: try stored.store.documentRows(),
        quotations: try stored.quotations(of: stored.graph.edges))
      return try console.deliver(Array(record.json.pretty.utf8), to: path)
    }
    try Self.export(stored, as: interchange, hasClaims: claims, to: path, console)
  }

  private static func format(of path: String) -> Format? {
    if path.lowercased().hasSuffix(".csv") { return .csv }
    return InterchangeFormat(fileName: path).flatMap { Format(rawValue: $0.rawValue) }
  }

  private static func export(
    _ stored: StoredGraph, as format: InterchangeFormat, hasClaims: Bool, to path: String?, _ console: Console
  ) throws {
    guard let path, path != "-" else {
      var text = ""
      try stored.export(as: format, hasClaims: hasClaims) { _, piece in
        text += piece
        if text.utf8.count >= 1 << 16 {
          try console.print(text)
          text = ""
        }
      }
      return try console.print(text)
    }
    guard format == .csv else {
      let stream = try AtomicStream(path)
      try stored.export(as: format, hasClaims: hasClaims) { _, piece in try stream.write(piece) }
      return try stream.commit()
    }
    let pair = TablePair(named: path)
    let (nodes, edges) = (try AtomicStream(pair.nodes), try AtomicStream(pair.edges))
    try stored.export(as: format, hasClaims: hasClaims) { part, piece in
      try (part == .nodes ? nodes : edges).write(piece)
    }
    try nodes.commit()
    try edges.commit()
  }
}
