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
/// - Complexity: O(edges × log of the greatest degree) to make, once for many questions; O(nodes) where it is prepared
///   as needed.
public struct PathFinder: Sendable {
  public let graph: Graph
  public let ranking: PathRanking
  /// What passing a node costs for each unit of the logarithm of its degree.
  public let hubPenalty: Double
  let arcs: ArcIndex
  private let pool: WorkspacePool

  /// How much is made ready before the first question.
  public enum Preparation: Sendable {
    /// All edges are put in order: for many questions.
    case whole
    /// Those at the nodes that a search comes to, when it does: for a few questions to a large graph.
    case asNeeded
  }

  /// - Parameter hubPenalty: 0 or more, at most 10. A path by strength or trust is worth its product divided by the
  ///   degree of every node between its ends to the power of this; by hops a node of degree d is as long a way as
  ///   `hubPenalty` × ln d edges. With 0 a path through a hub, whom everyone meets, is as good as any; with 1 it says
  ///   as much as a random walker's chance to leave the hub by the right edge. Source of the idea: L. A. Adamic, E. Adar,
  ///   "Friends and neighbors on the Web", 2003, doi:10.1016/S0378-8733(03)00009-1, and the degree-weighted path count
  ///   of D. S. Himmelstein, S. E. Baranzini, 2015, doi:10.1371/journal.pcbi.1004259.
  public init(
    _ graph: Graph, by ranking: PathRanking = .strength, hubPenalty: Double = 0, preparation: Preparation = .whole
  ) {
    precondition((0...10).contains(hubPenalty), "a hub penalty lies in 0...10")
    self.graph = graph
    self.ranking = ranking
    self.hubPenalty = hubPenalty
    arcs = ArcIndex(graph, ranking: ranking, hubPenalty: hubPenalty)
    if preparation == .whole { arcs.prepare() }
    pool = WorkspacePool(nodes: graph.nodeCount)
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
    try rankedPaths(from: start, to: end, count: count, constraints).paths
  }

  /// The best paths, and whether it is certain that they are.
  ///
  /// - Parameter count: At least 1.
  /// - Throws: ``NoPath`` where there is none.
  public func rankedPaths(
    from start: ID<Node>, to end: ID<Node>, count: Int, _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> RankedPaths {
    precondition(count >= 1, "at least one path is asked for")
    guard start != end else { throw NoPath(from: start, to: end, reason: .sameNode) }
    let found = search(from: start, to: end, count: count, constraints)
    guard !found.paths.isEmpty else {
      throw found.isProven
        ? explain(from: start, to: end, constraints) : NoPath(from: start, to: end, reason: .undecided)
    }
    return RankedPaths(
      paths: found.paths.map { PathAnswer(graph, from: start, edges: $0) }, isProven: found.isProven)
  }

  /// The best paths as edges; none where there is none.
  func search(
    from start: ID<Node>, to end: ID<Node>, count: Int, _ constraints: PathConstraints
  ) -> (paths: [[ID<Edge>]], isProven: Bool) {
    let view = SearchView(graph, arcs, constraints, ends: ends(start, end, constraints))
    return pool.withWorkspace { workspace in
      var paths = BestPaths(view, in: graph, from: start, maximumHops: constraints.maximumHops)
      var found: [[ID<Edge>]] = []
      var isProven = true
      while found.count < count,
        let next = paths.next({ view, node, maximumHops in
          // Waypoints on the way so far are blocked; what is left must still be passed.
          let left = constraints.through.filter { !view.blocks($0) && $0 != node && $0 != end }
          var waypoints = WaypointPath(graph, to: end)
          let path = waypoints.find(view, from: node, through: left.sorted(), maximumHops: maximumHops, &workspace)
          if waypoints.isTruncated { isProven = false }
          return path
        })
      {
        found.append(next.edges)
      }
      return (found, isProven)
    }
  }

  /// The nodes that a question names itself, which neither kinds of entities nor nodes to avoid bind.
  func ends(_ start: ID<Node>, _ end: ID<Node>, _ constraints: PathConstraints) -> Set<ID<Node>> {
    constraints.through.union([start, end])
  }
}

/// The best paths between two nodes.
public struct RankedPaths: Hashable, Sendable {
  /// The best first.
  public var paths: [PathAnswer]
  /// Whether it is certain that no path left out is better. False only where the search for paths through given nodes,
  /// which is hard in general, reached its limit.
  public var isProven: Bool
}
