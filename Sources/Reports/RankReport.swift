public import Diplomacy
public import RelationGraph

/// How central the nodes of a graph are, by three measures side by side.
public struct RankReport: Sendable {
  /// What the list is in order of.
  public enum Measure: String, CaseIterable, Sendable {
    /// Number of others with a tie.
    case degree
    /// Share of the shortest ways between others that run through.
    case betweenness
    case pageRank = "pagerank"
  }

  public struct Row: Hashable, Sendable {
    public var node: ID<Node>
    public var degree: Int
    /// Of the ties, those that are friendly and hostile on the whole.
    public var friendly: Int
    public var hostile: Int
    public var betweenness: Double
    public var betweennessError: Double
    public var pageRank: Double
  }

  public var graph: Graph
  public var measure: Measure
  /// The most central first.
  public var rows: [Row]
  /// Number of nodes that shortest ways were followed from, and of all; equal where the values are exact.
  public var sources: Int
  public var population: Int

  /// - Parameters:
  ///   - sources: Most nodes that shortest ways are followed from; nil for all.
  ///   - kinds: Lists nodes of these kinds alone, though the ways run through all; nil for all.
  public init(
    graph: Graph, by measure: Measure = .degree, sources: Int? = nil, kinds: Set<EntityKind>? = nil,
    _ filter: EdgeFilter = EdgeFilter()
  ) {
    self.graph = graph
    self.measure = measure
    let pairs = PairGraph(graph, filter)
    let betweenness = pairs.betweennessEstimate(sources: sources)
    let pageRank = pairs.pageRank()
    self.sources = betweenness.sources
    population = pairs.nodeCount
    rows = graph.nodes.filter { pairs.degree($0) > 0 && (kinds?.contains(graph.entity($0).kind) ?? true) }.map { node in
      let signs = pairs.ties(of: node).map(\.sign)
      return Row(
        node: node, degree: pairs.degree(node), friendly: signs.count { $0 == .positive },
        hostile: signs.count { $0 == .negative }, betweenness: betweenness.values[node.index],
        betweennessError: betweenness.standardErrors[node.index], pageRank: pageRank[node.index])
    }
    func value(_ row: Row) -> Double {
      switch measure {
      case .degree: Double(row.degree)
      case .betweenness: row.betweenness
      case .pageRank: row.pageRank
      }
    }
    rows.sort { a, b in
      let (x, y) = (value(a), value(b))
      return x != y ? x > y : (graph.entity(a.node).name, a.node) < (graph.entity(b.node).name, b.node)
    }
  }

  /// `{"by", "exact", "sources", "nodes": [{"rank","name","degree","friendly","hostile","betweenness",
  /// "betweenness_error","pagerank"}]}`.
  public var json: JSONText {
    .object([
      .init("by", .string(measure.rawValue)), .init("exact", .bool(sources == population)),
      .init("sources", .integer(sources)), .init("population", .integer(population)),
      .init(
        "nodes",
        .array(
          rows.enumerated().map { place, row in
            .object(
              [.init("rank", .integer(place + 1))] + NodeRecord.members(row.node, in: graph) + [
                .init("degree", .integer(row.degree)), .init("friendly", .integer(row.friendly)),
                .init("hostile", .integer(row.hostile)), .init("betweenness", .decimal(row.betweenness)),
                .init("betweenness_error", .decimal(row.betweennessError)), .init("pagerank", .decimal(row.pageRank)),
              ])
          })),
    ])
  }

  public func text() -> String {
    let isExact = sources == population
    var table = TextTable(
      [">", "name", "kind", "of", ">tied to", ">friendly", ">hostile", ">betweenness"] + (isExact ? [] : [">± error"])
        + [">PageRank"])
    for (place, row) in rows.enumerated() {
      let entity = graph.entity(row.node)
      table.add(
        [
          String(place + 1), NodeRecord.cell(row.node, in: graph), entity.kind.rawValue, entity.countryCode ?? "",
          String(row.degree),
          String(row.friendly), String(row.hostile), TextStyle.fraction(row.betweenness),
        ] + (isExact ? [] : [TextStyle.fraction(row.betweennessError)]) + [TextStyle.fraction(row.pageRank)])
    }
    let note = "\nBetweenness is an estimate from shortest ways out of \(sources) of \(population) nodes.\n"
    return table.text() + (isExact ? "" : note)
  }
}
