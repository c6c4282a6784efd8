public import Diplomacy
public import PathQueries
import Provenance
public import RelationGraph

/// Who is around an entity: all within some steps, by distance, each with the ties that lead there.
public struct NeighborReport: Sendable {
  public var graph: Graph
  public let network: EgoNetwork
  private let edgesByNode: [ID<Node>: [Edge]]
  public var quotations: [ID<Edge>: [Quotation]]

  public init(graph: Graph, network: EgoNetwork, quotations: [ID<Edge>: [Quotation]] = [:]) {
    self.graph = graph
    self.network = network
    self.quotations = quotations
    var edges: [ID<Node>: [Edge]] = [:]
    for id in network.edges {
      let edge = graph[id]
      edges[edge.source, default: []].append(edge)
      edges[edge.target, default: []].append(edge)
    }
    edgesByNode = edges
  }

  /// Edges from the level before to a node, those that have a sign first, the strongest first.
  private func ties(to node: ID<Node>, from nearer: Set<ID<Node>>) -> [Edge] {
    (edgesByNode[node] ?? []).filter { nearer.contains($0.other(than: node)) }
      .sorted { a, b in
        if a.kind.isSigned != b.kind.isSigned { return a.kind.isSigned }
        return abs(a.weight) != abs(b.weight) ? abs(a.weight) > abs(b.weight) : a.id < b.id
      }
  }

  /// `{"center", "radius", "nodes": [{"id","name","kind","country","distance"}], "edges": […]}`.
  public var json: JSONText {
    var notes = EvidenceNotes()
    return .object([
      .init("center", NodeRecord.json(network.center, in: graph)), .init("radius", .integer(network.radius)),
      .init(
        "nodes",
        .array(
          network.levels.enumerated().flatMap { level, nodes in
            nodes.map { node in
              .object(NodeRecord.members(node, in: graph) + [.init("distance", .integer(level + 1))])
            }
          })),
      .init(
        "edges",
        .array(
          network.edges.map { EdgeRecord.json(graph[$0], in: graph, quotations[$0] ?? [], notes: &notes) })),
    ])
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    let words = EdgeText(graph: graph, style: style)
    var notes = EvidenceNotes()
    let count = network.levels.reduce(0) { $0 + $1.count }
    var text = style.bold(words.name(network.center)) + ": \(counted(count, "neighbour", "neighbours"))"
    if network.radius > 1 { text += " within \(network.radius) steps" }
    text += "\n"
    for (level, nodes) in network.levels.enumerated() {
      if network.radius > 1 { text += "\n\(counted(level + 1, "step", "steps")) away\n" }
      for (node, ties) in ordered(nodes, at: level) {
        for edge in ties {
          let isForward = edge.target == node
          let arrow = words.arrow(edge, isForward: isForward)
          let via = level == 0 ? "" : words.shortName(edge.other(than: node)) + " "
          let quoted = quotations[edge.id] ?? []
          text += "  \(via)\(arrow) \(words.name(node))" + style.dim("  (\(EdgeText.basis(edge)))")
          if !quoted.isEmpty { text += " " + notes.marks(quoted) }
          text += "\n"
        }
      }
    }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }

  /// Nodes of a level with their ties: those tied by a sign first, the strongest first.
  private func ordered(_ nodes: [ID<Node>], at level: Int) -> [(node: ID<Node>, ties: [Edge])] {
    let nearer = Set(level == 0 ? [network.center] : network.levels[level - 1])
    return nodes.map { ($0, ties(to: $0, from: nearer)) }.sorted { a, b in
      guard let x = a.1.first, let y = b.1.first else { return a.0 < b.0 }
      if x.kind.isSigned != y.kind.isSigned { return x.kind.isSigned }
      return abs(x.weight) != abs(y.weight) ? abs(x.weight) > abs(y.weight) : a.0 < b.0
    }
  }
}
