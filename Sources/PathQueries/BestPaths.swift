import Diplomacy
import RelationGraph

/// The k best simple paths between two nodes, the best first: Yen's algorithm with Lawler's rule.
///
/// All simple paths are those that share a beginning with a known one and then leave it; the best of each such
/// class is found by a search that may not enter the beginning's nodes nor leave by an edge already taken. By
/// Lawler's rule a path found by leaving at some place is never searched again before that place, so that
/// every path is found once.
///
/// Source: J. Y. Yen, 1971, doi:10.1287/mnsc.17.11.712; E. L. Lawler, 1972, doi:10.1287/mnsc.18.7.401.
///
/// - Complexity: O(k × length of the paths) searches.
enum BestPaths {
  private struct Candidate {
    var path: ShortestPath.Answer
    /// The number of edges that it shares with the path it leaves.
    var shared: Int
  }

  /// - Parameter search: Finds the best path from a node to the end within a view and a number of edges.
  static func find(
    _ view: SearchView, in graph: Graph, from start: ID<Node>, count: Int, maximumHops: Int?,
    search: (_ view: SearchView, _ from: ID<Node>, _ maximumHops: Int?) -> ShortestPath.Answer?
  ) -> [ShortestPath.Answer] {
    guard count > 0, let first = search(view, start, maximumHops) else { return [] }
    var found: [ShortestPath.Answer] = []
    var candidates = [Candidate(path: first, shared: 0)]
    while found.count < count, let next = takeBest(&candidates) {
      found.append(next.path)
      guard found.count < count else { break }
      var view = view
      var node = start
      for place in next.path.edges.indices {
        if place >= next.shared {
          let root = next.path.edges[..<place]
          view.banned = found.filter { $0.edges.count > place && $0.edges[..<place] == root }.map { $0.edges[place] }
          if let branch = search(view, node, maximumHops.map { $0 - place }) {
            let edges = Array(root) + branch.edges
            candidates.append(
              Candidate(
                path: .init(cost: view.arcs.cost(of: edges, from: start, in: graph), edges: edges), shared: place))
          }
        }
        view.blocked[node.index] = true
        node = graph[next.path.edges[place]].other(than: node)
      }
    }
    return found
  }

  private static func takeBest(_ candidates: inout [Candidate]) -> Candidate? {
    guard
      let best = candidates.indices.min(by: { a, b in
        let (a, b) = (candidates[a].path, candidates[b].path)
        return a.cost != b.cost ? a.cost < b.cost : a.edges.lexicographicallyPrecedes(b.edges)
      })
    else { return nil }
    return candidates.remove(at: best)
  }
}
