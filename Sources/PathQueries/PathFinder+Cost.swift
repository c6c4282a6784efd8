package import Diplomacy
package import RelationGraph

extension PathFinder {
  /// What walking an edge adds to a path by this ranking, in whole units that add up; nil for an edge that no path walks.
  ///
  /// Whoever finds paths elsewhere by these costs, and of equally good ones takes the first by the ids of the edges,
  /// finds the paths that ``path(from:to:_:)`` finds.
  package func cost(of edge: ID<Edge>) -> UInt64? {
    // A walked edge costs at least 1.
    let cost = arcs.cost(of: [edge], from: graph[edge].source)
    return cost > 0 ? cost : nil
  }
}
