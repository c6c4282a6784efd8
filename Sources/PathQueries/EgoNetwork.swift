public import Diplomacy
public import RelationGraph

/// A node with all that lies within a number of steps of it, each with its distance.
public struct EgoNetwork: Hashable, Sendable {
  public var center: ID<Node>
  public var radius: Int
  /// The nodes at each distance from 1 on, in order of id; as many lists as there are distances with a node.
  public var levels: [[ID<Node>]]
  /// The edges admitted between all of them, in order.
  public var edges: [ID<Edge>]

  /// - Parameter radius: 1 for the neighbours alone.
  /// - Complexity: O(edges at the nodes within + n log n) in these nodes and edges.
  public init(_ graph: Graph, around center: ID<Node>, radius: Int, _ filter: EdgeFilter = EdgeFilter()) {
    precondition(radius >= 1, "a radius is 1 or more")
    self.center = center
    self.radius = radius
    let matcher = EdgeMatcher(graph, filter)
    var within: Set = [center]
    var level = [center]
    levels = []
    for _ in 0..<radius {
      var next: [ID<Node>] = []
      for node in level {
        graph.forEachIncident(node) { edge, neighbor in
          if matcher.admits(edge), within.insert(neighbor).inserted { next.append(neighbor) }
        }
      }
      guard !next.isEmpty else { break }
      level = next.sorted()
      levels.append(level)
    }
    edges = graph.subgraph(inducedBy: within, filter).edges
  }
}
