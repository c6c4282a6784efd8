import Diplomacy
import Interchange
import Provenance
import TestSupport
import Testing

@Suite("Graphs to other programs and back")
struct GraphRoundTripTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// Writes a graph and gives the path to read it from.
  private func write(_ nodes: [ExchangeNode], _ edges: [ExchangeEdge], _ format: InterchangeFormat) throws -> String {
    var texts: [String: String] = [:]
    var writer = try #require(
      GraphWriter(format) { part, text in
        switch part {
        case .whole: texts["graph", default: ""] += text
        case .nodes: texts["g.nodes.csv", default: ""] += text
        case .edges: texts["g.edges.csv", default: ""] += text
        }
      })
    try writer.begin(name: "a \"graph\"")
    for node in nodes { try writer.add(node) }
    for edge in edges { try writer.add(edge) }
    try writer.end()
    for (name, text) in texts { try folder.write(name, text) }
    return folder(format == .csv ? "g.edges.csv" : "graph")
  }

  private func read(_ path: String, _ format: InterchangeFormat) throws -> [ImportItem] {
    var items: [ImportItem] = []
    try #require(GraphReader(format)).read(path: path) { items.append($0) }
    return items
  }

  private static let letters = Array("ab é서\"'\\<>&;,=+-@|[]{}\n\t%#\u{1F}\u{7F}\u{85}")

  private func text(_ random: inout SeededGenerator, in format: InterchangeFormat) -> String {
    let text = String(
      (0..<Int.random(in: 1...12, using: &random)).map { _ in Self.letters.randomElement(using: &random) ?? "a" })
    // XML holds no control characters but three, and DOT none at the head of a quoted line that would join it.
    return format == .graphml || format == .gexf ? text.replacing("\u{1F}", with: "") + "x" : text + "x"
  }

  private func randomGraph(
    _ random: inout SeededGenerator, _ format: InterchangeFormat
  ) -> (nodes: [ExchangeNode], edges: [ExchangeEdge]) {
    func date() -> CalendarDate? {
      [nil, "1951", "2019-11", "2019-11-12"].randomElement(using: &random)?.flatMap { CalendarDate(iso: $0) }
    }
    var names: Set<String> = []
    while names.count < 8 { names.insert(text(&random, in: format)) }
    let nodes = names.sorted().enumerated().map { place, name in
      let kind = EntityKind.allCases.randomElement(using: &random) ?? .country
      return ExchangeNode(
        id: "n\(place)",
        actor: ActorName(
          name, kind: kind, country: kind == .country ? "JP" : nil,
          aliases: Bool.random(using: &random) ? [text(&random, in: format), text(&random, in: format)] : [],
          role: kind == .official ? text(&random, in: format) : nil,
          acronym: kind == .agreement ? text(&random, in: format) : nil,
          isIntergovernmental: kind == .organization && Bool.random(using: &random)))
    }
    let edges = (0..<12).map { place -> ExchangeEdge in
      let ends = nodes.shuffled(using: &random).prefix(2)
      let kind = ClaimKind.allCases.randomElement(using: &random) ?? .stance
      let claims = (0..<Int.random(in: 1...3, using: &random)).map { number in
        CodedRow(
          line: 0, key: "k\(place).\(number)", storyKey: Bool.random(using: &random) ? text(&random, in: format) : nil,
          kind: kind, source: ends[0].actor, target: ends[1].actor,
          event: EventType.allCases.randomElement(using: &random),
          weight: kind.isSigned
            ? Double.random(in: 0.001...1, using: &random) * (Bool.random(using: &random) ? 1 : -1) : 1,
          modality: Modality.allCases.randomElement(using: &random) ?? .asserted,
          attribution: Bool.random(using: &random) ? [nodes[0].actor] : [], date: date(),
          validity: Bool.random(using: &random) ? .lasting(until: CalendarDate(iso: "2020-01-01")) : .event,
          confidence: .random(in: 0...1, using: &random), document: text(&random, in: format),
          title: text(&random, in: format), publisher: text(&random, in: format), reported: date(),
          text: text(&random, in: format), cue: text(&random, in: format), rule: "r")
      }
      return ExchangeEdge(
        source: ends[0].id, target: ends[1].id, kind: kind, weight: claims[0].weight, trust: 0.5, supporting: 1,
        stories: 1, firstDate: date(), lastDate: date(), sources: claims.compactMap(\.document), claims: claims)
    }
    return (nodes, edges)
  }

  @Test(
    "signs, weights, dates, kinds and sources survive in every format",
    arguments: [InterchangeFormat.graphml, .gexf, .nodeLink, .csv, .dot], 0..<10)
  func roundTrip(format: InterchangeFormat, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = randomGraph(&random, format)
    let items = try read(write(graph.nodes, graph.edges, format), format)
    var rows: [CodedRow] = []
    var actors: [ActorName] = []
    for item in items {
      switch item {
      case .row(var row):
        row.line = 0
        rows.append(row)
      case .actor(let actor): actors.append(actor)
      case .bad, .skipped: Issue.record("\(item)")
      }
    }
    #expect(rows == graph.edges.flatMap(\.claims))
    let tied = Set(graph.edges.flatMap { [$0.source, $0.target] })
    #expect(actors == graph.nodes.filter { !tied.contains($0.id) }.map(\.actor))
  }

  @Test(
    "without claims an edge is one claim of its weight and first date",
    arguments: [InterchangeFormat.graphml, .gexf, .nodeLink, .csv, .dot])
  func edgesAlone(format: InterchangeFormat) throws {
    let nodes = ["Japan", "China"].enumerated().map {
      ExchangeNode(id: "n\($0)", actor: ActorName($1, kind: .organization))
    }
    let edges = [
      ExchangeEdge(
        source: "n0", target: "n1", kind: .stance, weight: -0.1234567890123, firstDate: CalendarDate(iso: "2019-11"),
        sources: ["a; b", "c"]),
      ExchangeEdge(source: "n0", target: "n1", kind: .cooperation, weight: 0.25),
    ]
    let rows = try read(write(nodes, edges, format), format).compactMap { item -> CodedRow? in
      if case .row(let row) = item { row } else { nil }
    }
    #expect(rows.map(\.weight) == [-0.1234567890123, 0.25] && rows.map(\.kind) == [.stance, .cooperation])
    #expect(rows[0].date == CalendarDate(iso: "2019-11") && rows[0].document == "a; b")
    #expect(rows[0].source.name == "Japan" && rows[0].target.kind == .organization)
  }

  @Test("tables are safe to open in a spreadsheet, and have Neo4j's headers")
  func tables() throws {
    let nodes = [
      ExchangeNode(id: "n0", actor: ActorName("=HYPERLINK(\"http://x\")", kind: .organization)),
      ExchangeNode(id: "n1", actor: ActorName("@SUM, \"quoted\"", kind: .country, country: "JP")),
    ]
    let edges = [ExchangeEdge(source: "n0", target: "n1", kind: .stance, weight: -0.5)]
    _ = try write(nodes, edges, .csv)
    let table = try folder.text("g.nodes.csv")
    #expect(table.hasPrefix("id:ID,name,kind,country,aliases,role,acronym,intergovernmental,:LABEL\r\n"))
    #expect(table.contains("n0,\"'=HYPERLINK(\"\"http://x\"\")\",organization,,,,,,Organization\r\n"))
    #expect(table.contains("n1,\"'@SUM, \"\"quoted\"\"\",country,JP,,,,,Country\r\n"))
    #expect(
      try folder.text("g.edges.csv").hasPrefix(
        ":START_ID,:END_ID,:TYPE,kind,weight:double,sign,trust:double,supporting:int,opposing:int,uncounted:int,"
          + "stories:int,first_date,last_date,sources,claims\r\nn0,n1,STANCE,stance,-0.5,negative,"))
  }
}
