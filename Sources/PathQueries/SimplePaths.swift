public import Diplomacy
public import RelationGraph

/// All simple paths between two nodes with at most so many edges, shortest first and then by edge ids.
public struct SimplePaths: Hashable, Sendable {
  public var paths: [PathAnswer]
  /// Whether the search stopped at the limit, so that there may be more.
  public var isTruncated: Bool
}

extension PathFinder {
  /// Every path within the constraints, up to a limit, whatever its strength.
  ///
  /// Paths are found by depth-first search that never enters a node from which the end is out of reach with the
  /// edges left, so that no step is in vain save where the path would meet itself. The ranking plays no part,
  /// except that by strength edges of weight 0 are not walked.
  ///
  /// Source: as `all_simple_paths` of NetworkX; the pruning by distance after F. Rubin, 1978,
  /// doi:10.1109/TCS.1978.1084473.
  ///
  /// - Parameters:
  ///   - maximumHops: Most edges of a path; that of the constraints where it is less.
  ///   - limit: Most paths given.
  ///   - constraints: Nodes to pass through, too, are kept to.
  /// - Complexity: O(paths with a common beginning × edges at their nodes); the number of paths grows exponentially
  ///   with the number of edges.
  public func allPaths(
    from start: ID<Node>, to end: ID<Node>, maximumHops: Int, limit: Int = 1000,
    _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> SimplePaths {
    precondition(maximumHops >= 1 && limit >= 1, "at least one edge and one path are asked for")
    guard start != end else { throw NoPath(from: start, to: end, reason: .sameNode) }
    var constraints = constraints
    constraints.maximumHops = min(maximumHops, constraints.maximumHops ?? .max)
    var search = SimplePathSearch(
      graph, SearchView(graph, arcs, constraints, ends: ends(start, end, constraints)), to: end,
      through: constraints.through, limit: limit)
    // One length after another gives the order; the longest length dominates the cost.
    for hops in 1...min(constraints.maximumHops ?? .max, max(1, graph.nodeCount - 1)) {
      search.run(from: start, hops: hops)
      if search.isTruncated || search.isExhausted { break }
    }
    guard !search.found.isEmpty else { throw explain(from: start, to: end, constraints) }
    return SimplePaths(
      paths: search.found.map { PathAnswer(graph, from: start, edges: $0) }, isTruncated: search.isTruncated)
  }
}

private struct SimplePathSearch {
  private let graph: Graph
  private let view: SearchView
  private let end: ID<Node>
  private let through: Set<ID<Node>>
  private let limit: Int
  /// Fewest edges to the end; −1 where it is out of reach.
  private let remaining: [Int]
  private var isOnPath: [Bool]
  private var path: [ID<Edge>] = []
  private var wasCut = false
  private(set) var found: [[ID<Edge>]] = []
  private(set) var isTruncated = false
  /// Whether no path was longer than the last run asked for.
  private(set) var isExhausted = false

  init(_ graph: Graph, _ view: SearchView, to end: ID<Node>, through: Set<ID<Node>>, limit: Int) {
    self.graph = graph
    self.view = view
    self.end = end
    self.through = through
    self.limit = limit
    isOnPath = [Bool](repeating: false, count: graph.nodeCount)
    var remaining = [Int](repeating: -1, count: graph.nodeCount)
    remaining[end.index] = 0
    var level = [end]
    while !level.isEmpty {
      var next: [ID<Node>] = []
      for node in level {
        for arc in view.arcs.arcs[view.arcs.range(node)] where remaining[arc.neighbor.index] < 0 && view.admits(arc) {
          remaining[arc.neighbor.index] = remaining[node.index] + 1
          next.append(arc.neighbor)
        }
      }
      level = next
    }
    self.remaining = remaining
  }

  /// Finds the paths with just so many edges, in order of edge ids.
  mutating func run(from start: ID<Node>, hops: Int) {
    wasCut = false
    guard remaining[start.index] >= 0 else {
      isExhausted = true
      return
    }
    walk(start, left: hops)
    isExhausted = !wasCut
  }

  private mutating func walk(_ node: ID<Node>, left: Int) {
    isOnPath[node.index] = true
    defer { isOnPath[node.index] = false }
    for arc in view.arcs.arcs[view.arcs.range(node)].sorted(by: { $0.edge < $1.edge }) {
      guard !isTruncated, remaining[arc.neighbor.index] >= 0, !isOnPath[arc.neighbor.index], view.admits(arc) else {
        continue
      }
      guard remaining[arc.neighbor.index] < left else {
        wasCut = true
        continue
      }
      path.append(arc.edge)
      defer { path.removeLast() }
      if arc.neighbor != end {
        walk(arc.neighbor, left: left - 1)
      } else if left == 1, through.allSatisfy({ isOnPath[$0.index] }) {
        if found.count == limit { isTruncated = true } else { found.append(path) }
      }
    }
  }
}
