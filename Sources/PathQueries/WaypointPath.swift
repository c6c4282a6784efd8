import Diplomacy
import RelationGraph

/// The best simple path between two nodes that passes through given others, in whatever order is best.
///
/// The legs from one waypoint to the next may not meet, so that the best legs put together may be no path. Each
/// order of the waypoints is searched by branch and bound: the paths of the first leg are taken from the best on,
/// and for each the rest is solved without its nodes, until the leg and the least that the rest can cost are worse
/// than the best whole path known. That bound is the cost of the remaining legs each by itself.
///
/// Finding a simple path through given nodes is hard in general (NP-complete where their number is not bounded), so
/// that the number of legs tried is limited: past ``legLimit`` the best path found so far is given, which may not be
/// the best there is, and ``isTruncated`` says so. On graphs of actors the first few legs settle it.
struct WaypointPath {
  static let legLimit = 5000

  let graph: Graph
  let end: ID<Node>
  private var legs = 0
  /// Whether the limit was reached, so that a better path, or one where none was found, may exist.
  private(set) var isTruncated = false

  init(_ graph: Graph, to end: ID<Node>) {
    self.graph = graph
    self.end = end
  }

  mutating func find(
    _ view: SearchView, from start: ID<Node>, through waypoints: [ID<Node>], maximumHops: Int?,
    _ workspace: inout SearchWorkspace
  ) -> ShortestPath.Answer? {
    guard !waypoints.isEmpty else {
      return ShortestPath.find(view, from: start, to: end, maximumHops: maximumHops, &workspace)
    }
    var best: ShortestPath.Answer?
    for order in Self.permutations(waypoints) {
      let path = find(
        view, from: start, stops: order[...] + [end], maximumHops: maximumHops, below: best?.cost, &workspace)
      if let path {
        best = best.map { min($0, path) } ?? path
      }
    }
    return best
  }

  /// The best path through stops in the given order; nil where there is none that costs at most `limit`.
  private mutating func find(
    _ view: SearchView, from start: ID<Node>, stops: ArraySlice<ID<Node>>, maximumHops: Int?, below limit: UInt64?,
    _ workspace: inout SearchWorkspace
  ) -> ShortestPath.Answer? {
    guard let stop = stops.first else { return nil }
    let later = stops.dropFirst()
    if later.isEmpty {
      return ShortestPath.find(view, from: start, to: stop, maximumHops: maximumHops, &workspace)
    }
    // A leg may not pass through a stop that comes later, and leaves an edge for each leg after it.
    var legView = view
    for node in later { legView.block(node) }
    if let maximumHops, maximumHops <= later.count { return nil }
    guard let rest = leastCost(view, stops: stops, maximumHops: maximumHops, &workspace) else { return nil }

    var best: ShortestPath.Answer?
    var paths = BestPaths(legView, in: graph, from: start, maximumHops: maximumHops.map { $0 - later.count })
    while let leg = paths.next({ view, node, maximumHops in
      ShortestPath.find(view, from: node, to: stop, maximumHops: maximumHops, &workspace)
    }) {
      legs += 1
      let bound = leg.cost + rest
      if bound > min(best?.cost ?? .max, limit ?? .max) { break }
      guard legs <= Self.legLimit else {
        isTruncated = true
        break
      }
      var left = view
      var node = start
      for edge in leg.edges {
        left.block(node)
        node = graph[edge].other(than: node)
      }
      let found = find(
        left, from: stop, stops: later, maximumHops: maximumHops.map { $0 - leg.edges.count },
        below: min(best?.cost ?? .max, limit ?? .max) - leg.cost, &workspace)
      if let found {
        let path = ShortestPath.Answer(cost: leg.cost + found.cost, edges: leg.edges + found.edges)
        best = best.map { min($0, path) } ?? path
      }
    }
    return best
  }

  /// What the legs between the stops cost at least; nil where one of them is impossible.
  private func leastCost(
    _ view: SearchView, stops: ArraySlice<ID<Node>>, maximumHops: Int?, _ workspace: inout SearchWorkspace
  ) -> UInt64? {
    var sum: UInt64 = 0
    for (from, to) in zip(stops, stops.dropFirst()) {
      guard let leg = ShortestPath.find(view, from: from, to: to, maximumHops: maximumHops, &workspace) else {
        return nil
      }
      sum += leg.cost
    }
    return sum
  }

  static func permutations(_ nodes: [ID<Node>]) -> [[ID<Node>]] {
    guard nodes.count > 1 else { return [nodes] }
    return nodes.indices.flatMap { first in
      var others = nodes
      let node = others.remove(at: first)
      return permutations(others).map { [node] + $0 }
    }
  }
}
