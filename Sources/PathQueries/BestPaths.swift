import Diplomacy
import RelationGraph

/// The best simple paths between two nodes one after another, the best first: Yen's algorithm with Lawler's rule.
///
/// All simple paths are those that share a beginning with a known one and then leave it; the best of each such
/// class is found by a search that may not enter the beginning's nodes nor leave by an edge already taken. By
/// Lawler's rule a path found by leaving at some place is never searched again before that place, so that
/// every path is found once.
///
/// Source: J. Y. Yen, 1971, doi:10.1287/mnsc.17.11.712; E. L. Lawler, 1972, doi:10.1287/mnsc.18.7.401.
///
/// - Complexity: as many searches for each path as it has edges.
struct BestPaths {
  /// Finds the best path from a node to the end within a view and a number of edges.
  typealias Search = (_ view: SearchView, _ from: ID<Node>, _ maximumHops: Int?) -> ShortestPath.Answer?

  private struct Candidate {
    var path: ShortestPath.Answer
    /// The number of edges that it shares with the path it leaves.
    var shared: Int
  }

  private let view: SearchView
  private let graph: Graph
  private let start: ID<Node>
  private let maximumHops: Int?
  private var found: [ShortestPath.Answer] = []
  private var candidates: [Candidate] = []
  private var last: Candidate?

  init(_ view: SearchView, in graph: Graph, from start: ID<Node>, maximumHops: Int?) {
    self.view = view
    self.graph = graph
    self.start = start
    self.maximumHops = maximumHops
  }

  /// The next best path; nil where there are no more.
  ///
  /// - Parameter search: The same every time. Of equally good paths it gives the first by edge ids.
  mutating func next(_ search: Search) -> ShortestPath.Answer? {
    if found.isEmpty {
      guard let first = search(view, start, maximumHops) else { return nil }
      candidates = [Candidate(path: first, shared: 0)]
    }
    if let last { branch(from: last, search) }
    last = takeBest()
    if let last { found.append(last.path) }
    return last?.path
  }

  /// Finds the best path of each class that leaves a known one.
  private mutating func branch(from known: Candidate, _ search: Search) {
    var view = view
    var node = start
    for place in known.path.edges.indices {
      if place >= known.shared {
        let root = known.path.edges[..<place]
        view.banned =
          self.view.banned
          + found.filter { $0.edges.count > place && $0.edges[..<place] == root }.map { $0.edges[place] }
        if let branch = search(view, node, maximumHops.map { $0 - place }) {
          let edges = Array(root) + branch.edges
          let cost = view.arcs.cost(of: edges, from: start)
          candidates.append(Candidate(path: .init(cost: cost, edges: edges), shared: place))
        }
      }
      view.block(node)
      node = graph[known.path.edges[place]].other(than: node)
    }
  }

  private mutating func takeBest() -> Candidate? {
    guard let best = candidates.indices.min(by: { candidates[$0].path < candidates[$1].path }) else { return nil }
    return candidates.remove(at: best)
  }
}

extension ShortestPath.Answer: Comparable {
  /// By cost, then by edge ids from the start.
  static func < (a: Self, b: Self) -> Bool {
    a.cost != b.cost ? a.cost < b.cost : a.edges.lexicographicallyPrecedes(b.edges)
  }
}
