public import Diplomacy
public import RelationGraph

/// Answers how two nodes of a graph are connected.
///
/// ```swift
/// let finder = PathFinder(graph, by: .strength)
/// for path in try finder.paths(from: milley, to: southKorea, count: 3) { … }
/// ```
///
/// Edges may be walked either way. An edge none of whose claims counts is never walked: that two actors did not
/// meet links nobody.
///
/// - Complexity: O(edges × log of the greatest degree) to make, once for many questions.
public struct PathFinder: Sendable {
  public let graph: Graph
  public let ranking: PathRanking
  let arcs: ArcIndex

  public init(_ graph: Graph, by ranking: PathRanking = .strength) {
    self.graph = graph
    self.ranking = ranking
    arcs = ArcIndex(graph, ranking: ranking)
  }

  /// The best path.
  public func path(
    from start: ID<Node>, to end: ID<Node>, _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> PathAnswer {
    guard let best = try paths(from: start, to: end, count: 1, constraints).first else {
      preconditionFailure("paths(…) throws where there is none")
    }
    return best
  }

  /// The best paths, the best first; fewer than asked for where there are no more.
  ///
  /// - Parameter count: At least 1.
  /// - Throws: ``NoPath`` where there is none.
  public func paths(
    from start: ID<Node>, to end: ID<Node>, count: Int, _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> [PathAnswer] {
    precondition(count >= 1, "at least one path is asked for")
    guard start != end else { throw NoPath(from: start, to: end, reason: .sameNode) }
    let view = SearchView(graph, arcs, constraints, ends: [start, end])
    let found = BestPaths.find(
      view, in: graph, from: start, count: count, maximumHops: constraints.maximumHops
    ) { view, node, maximumHops in
      Self.best(view, from: node, to: end, maximumHops: maximumHops)
    }
    guard !found.isEmpty else { throw explain(from: start, to: end, constraints) }
    return found.map { PathAnswer(graph, from: start, edges: $0.edges) }
  }

  private static func best(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, maximumHops: Int?
  ) -> ShortestPath.Answer? {
    guard let maximumHops else { return ShortestPath.find(view, from: start, to: end) }
    guard maximumHops > 0, let free = ShortestPath.find(view, from: start, to: end) else { return nil }
    if free.edges.count <= maximumHops { return free }
    // No simple path has more edges than there are other nodes.
    return HopLimitedPath.find(
      view, from: start, to: end, maximumHops: min(maximumHops, view.blocked.count - 1))
  }
}
