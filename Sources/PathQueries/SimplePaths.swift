public import Diplomacy
public import RelationGraph

/// All simple paths between two nodes with at most so many edges, shortest first and then by edge ids.
public struct SimplePaths: Hashable, Sendable {
  public var paths: [PathAnswer]
  /// Whether the search stopped at a limit, so that there may be more.
  public var isTruncated: Bool
}

extension PathFinder {
  /// Every path within the constraints, up to a limit, whatever its strength.
  ///
  /// The ranking plays no part, except that by strength edges of weight 0 are not walked.
  ///
  /// - Parameters:
  ///   - maximumHops: Most edges of a path; that of the constraints where it is less.
  ///   - limit: Most paths given.
  ///   - constraints: Nodes to pass through, too, are kept to.
  /// - Throws: ``NoPath`` where there is none.
  /// - Complexity: that of ``forEachPath(from:to:maximumHops:_:body:)``.
  public func allPaths(
    from start: ID<Node>, to end: ID<Node>, maximumHops: Int, limit: Int = 1000,
    _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> SimplePaths {
    precondition(limit >= 1, "at least one path is asked for")
    var paths: [PathAnswer] = []
    var isCut = false
    let isComplete = try forEachPath(from: start, to: end, maximumHops: maximumHops, constraints) { path in
      if paths.count == limit { isCut = true } else { paths.append(path) }
      return !isCut
    }
    return SimplePaths(paths: paths, isTruncated: isCut || !isComplete)
  }

  /// Hands out every path within the constraints as it is found, the shortest first and then by edge ids, so that none
  /// needs to be kept.
  ///
  /// Paths are found by depth-first search, one length after another, that never enters a node from which the end is
  /// out of reach with the edges left, so that no step is in vain save where the path would meet itself or miss a
  /// node to pass through.
  ///
  /// Source: as `all_simple_paths` of NetworkX; the pruning by distance after F. Rubin, 1978,
  /// doi:10.1109/TCS.1978.1084473.
  ///
  /// - Parameter body: Returns whether to go on.
  /// - Returns: Whether all paths were handed out or `body` ended it: false after ``SimplePathSearch/stepLimit`` steps.
  /// - Throws: ``NoPath`` where there is none.
  /// - Complexity: O(paths with a common beginning × edges at their nodes); the number of paths grows exponentially
  ///   with the number of edges.
  @discardableResult
  public func forEachPath(
    from start: ID<Node>, to end: ID<Node>, maximumHops: Int, _ constraints: PathConstraints = PathConstraints(),
    body: (PathAnswer) -> Bool
  ) throws(NoPath) -> Bool {
    precondition(maximumHops >= 1, "at least one edge is asked for")
    guard start != end else { throw NoPath(from: start, to: end, reason: .sameNode) }
    var constraints = constraints
    constraints.maximumHops = min(maximumHops, constraints.maximumHops ?? .max, max(1, graph.nodeCount - 1))
    let hops = constraints.maximumHops ?? 1
    var search = SimplePathSearch(
      graph, SearchView(graph, arcs, constraints, ends: ends(start, end, constraints)), to: end,
      through: constraints.through, maximumHops: hops)
    var isAny = false
    for length in 1...hops {
      let goesOn = search.run(from: start, hops: length) { edges in
        isAny = true
        return body(PathAnswer(graph, from: start, edges: edges))
      }
      if !goesOn || search.isExhausted || search.isTruncated { break }
    }
    if !isAny {
      throw search.isTruncated
        ? NoPath(from: start, to: end, reason: .undecided) : explain(from: start, to: end, constraints)
    }
    return !search.isTruncated
  }
}

/// Depth-first search for simple paths of one length after another. It keeps its own stack.
struct SimplePathSearch {
  /// Most steps from one node to the next, of all lengths together.
  static let stepLimit = 50_000_000

  private struct Frame {
    var node: ID<Node>
    /// The arcs worth following, in order of edge ids, and the next of them.
    var arcs: [ArcIndex.Arc]
    var next = 0
  }

  private let graph: Graph
  private let view: SearchView
  private let end: ID<Node>
  private let through: Set<ID<Node>>
  /// Fewest edges to the end; −1 where it is out of reach.
  private let remaining: [Int32]
  private var isOnPath: [Bool]
  private var steps = 0
  private var wasCut = false
  /// Whether the search was given up.
  private(set) var isTruncated = false
  /// Whether no path was longer than the last run asked for.
  private(set) var isExhausted = false

  init(_ graph: Graph, _ view: SearchView, to end: ID<Node>, through: Set<ID<Node>>, maximumHops: Int) {
    self.graph = graph
    self.view = view
    self.end = end
    self.through = through
    isOnPath = [Bool](repeating: false, count: graph.nodeCount)
    var remaining = [Int32](repeating: -1, count: graph.nodeCount)
    remaining[end.index] = 0
    var level = [end]
    var hops: Int32 = 0
    while !level.isEmpty, hops < maximumHops {
      hops += 1
      var next: [ID<Node>] = []
      for node in level {
        for arc in view.arcs.arcs(of: node) {
          guard remaining[arc.neighbor.index] < 0, view.admits(arc) else { continue }
          remaining[arc.neighbor.index] = hops
          next.append(arc.neighbor)
        }
      }
      level = next
    }
    self.remaining = remaining
  }

  /// Finds the paths with just so many edges, in order of edge ids.
  ///
  /// - Returns: Whether `body` wants more.
  mutating func run(from start: ID<Node>, hops: Int, body: ([ID<Edge>]) -> Bool) -> Bool {
    wasCut = false
    isExhausted = remaining[start.index] < 0
    if isExhausted { return true }
    var goesOn = true
    var edges: [ID<Edge>] = []
    var stack = [enter(start, left: hops)]
    while goesOn, let frame = stack.last {
      guard frame.next < frame.arcs.count, !isTruncated else {
        isOnPath[frame.node.index] = false
        stack.removeLast()
        _ = edges.popLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let arc = frame.arcs[frame.next]
      edges.append(arc.edge)
      if arc.neighbor == end {
        if through.allSatisfy({ isOnPath[$0.index] || $0 == end }) { goesOn = body(edges) }
        edges.removeLast()
      } else {
        stack.append(enter(arc.neighbor, left: hops - edges.count))
      }
    }
    for frame in stack { isOnPath[frame.node.index] = false }
    isExhausted = !wasCut
    return goesOn
  }

  /// The arcs on which a path with so many edges left can go on. The end is entered by the last edge alone.
  private mutating func enter(_ node: ID<Node>, left: Int) -> Frame {
    isOnPath[node.index] = true
    var worthwhile: [ArcIndex.Arc] = []
    for arc in view.arcs.arcs(of: node) {
      let distance = remaining[arc.neighbor.index]
      guard distance >= 0, !isOnPath[arc.neighbor.index], view.admits(arc) else { continue }
      if distance >= left {
        wasCut = true
      } else if (distance == 0) == (left == 1) {
        worthwhile.append(arc)
      }
    }
    steps += worthwhile.count
    if steps > Self.stepLimit { isTruncated = true }
    worthwhile.sort { $0.edge < $1.edge }
    return Frame(node: node, arcs: worthwhile)
  }
}
