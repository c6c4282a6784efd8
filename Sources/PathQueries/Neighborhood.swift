public import Diplomacy
public import RelationGraph

extension Graph {
  /// The ego network of one or more nodes: all within a number of edges, walked either way, and every edge between
  /// those that a filter admits.
  ///
  /// - Parameter radius: 0 for the nodes themselves.
  /// - Complexity: O(edges at the nodes within + n log n) in these nodes and edges.
  public func neighborhood(
    of centers: some Sequence<ID<Node>>, radius: Int, _ filter: EdgeFilter = EdgeFilter()
  ) -> Subgraph {
    precondition(radius >= 0, "a radius is 0 or more")
    let matcher = EdgeMatcher(self, filter)
    var within = Set(centers)
    var level = within.sorted()
    for _ in 0..<radius {
      var next: [ID<Node>] = []
      for node in level {
        forEachIncident(node) { edge, neighbor in
          if !within.contains(neighbor), matcher.admits(edge) {
            within.insert(neighbor)
            next.append(neighbor)
          }
        }
      }
      if next.isEmpty { break }
      level = next
    }
    return subgraph(inducedBy: within, filter)
  }

  /// The nodes one edge away, each with the edges that lead there, in order of id.
  public func neighbors(of node: ID<Node>, _ filter: EdgeFilter = EdgeFilter()) -> [(node: ID<Node>, edges: [ID<Edge>])]
  {
    let matcher = EdgeMatcher(self, filter)
    var ties: [ID<Node>: [ID<Edge>]] = [:]
    forEachIncident(node) { edge, neighbor in
      if matcher.admits(edge) { ties[neighbor, default: []].append(edge) }
    }
    return ties.keys.sorted().map { ($0, (ties[$0] ?? []).sorted()) }
  }
}
