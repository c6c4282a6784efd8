public import Diplomacy
public import RelationGraph

/// One path through a graph, with what it rests on. A path is a list of edges, so that parallel edges make
/// different paths; it passes no node twice.
public struct PathAnswer: Hashable, Sendable {
  /// From start to end; one more than there are steps.
  public var nodes: [ID<Node>]
  public var steps: [Step]

  /// One edge of a path, as it is walked.
  public struct Step: Hashable, Sendable {
    public var edge: Edge
    /// Whether the path walks the edge from its source to its target. A path may walk edges either way, for a
    /// chart of relations links whom it links whichever way the arrow points.
    public var isForward: Bool
    /// The claims that the edge rests on, in order of recording.
    public var claims: [ID<Claim>]

    /// The node that the step starts from.
    public var from: ID<Node> { isForward ? edge.source : edge.target }

    /// The node that the step leads to.
    public var to: ID<Node> { isForward ? edge.target : edge.source }
  }

  /// Number of edges.
  public var hops: Int { steps.count }

  /// Product of the edges' |weight|, 0 … 1.
  public var strength: Double { steps.reduce(1) { $0 * abs($1.edge.weight) } }

  /// Product of the edges' trust, 0 … 1.
  public var trust: Double { steps.reduce(1) { $0 * $1.edge.trust } }

  /// Product of the signs of the edges that have one: the enemy of an enemy is positive. Nil where none has.
  public var sign: Sign? {
    steps.reduce(nil) { sign, step in
      guard let next = step.edge.sign else { return sign }
      return sign.map { $0 * next } ?? next
    }
  }

  /// The edges from start to end.
  public var edges: [ID<Edge>] { steps.map(\.edge.id) }

  init(_ graph: Graph, from start: ID<Node>, edges: [ID<Edge>]) {
    nodes = [start]
    steps = []
    var node = start
    for id in edges {
      let edge = graph[id]
      steps.append(Step(edge: edge, isForward: edge.source == node, claims: Array(graph.claims(of: id))))
      node = edge.other(than: node)
      nodes.append(node)
    }
  }

  /// The path as a part of the graph, for drawing it.
  public func subgraph(of graph: Graph) -> Subgraph { Subgraph(of: graph, nodes: nodes, edges: edges) }
}
