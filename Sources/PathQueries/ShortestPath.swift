import Diplomacy
import RelationGraph

/// The best path between two nodes: Dijkstra's algorithm from both ends at once.
///
/// The side with the smaller heap goes on, which on graphs with hubs settles a tenth of the nodes that going on
/// with the smaller key does. The search ends when no path through unsettled nodes can be as good as the best
/// found. All equally good paths are then known, and the first of them by edge ids is given.
///
/// Source: E. W. Dijkstra, 1959, doi:10.1007/BF01386390; I. Pohl, "Bi-directional search", 1971; T. A. J. Nicholson,
/// 1966, doi:10.1093/comjnl/9.3.275.
///
/// - Complexity: O((nodes + arcs) log nodes) at worst; in practice a few hundred settled nodes of 100,000.
struct ShortestPath {
  struct Answer: Hashable {
    var cost: UInt64
    var edges: [ID<Edge>]
  }

  /// The tables of one search, kept for the next: only what a search touched is cleared after it.
  struct Workspace: Sendable {
    fileprivate var forward: Side
    fileprivate var backward: Side

    init(nodes: Int) {
      forward = Side(nodes: nodes)
      backward = Side(nodes: nodes)
    }
  }

  fileprivate struct Side: Sendable {
    var distance: [UInt64]
    var isSettled: [Bool]
    /// In order of distance.
    var settled: [ID<Node>] = []
    var touched: [ID<Node>] = []
    var heap = CostHeap()

    init(nodes: Int) {
      distance = [UInt64](repeating: .max, count: nodes)
      isSettled = [Bool](repeating: false, count: nodes)
    }

    mutating func begin(at start: ID<Node>) {
      for node in touched {
        distance[node.index] = .max
        isSettled[node.index] = false
      }
      touched.removeAll(keepingCapacity: true)
      settled.removeAll(keepingCapacity: true)
      heap.removeAll()
      reach(start, at: 0)
    }

    @inline(__always)
    mutating func reach(_ node: ID<Node>, at cost: UInt64) {
      if distance[node.index] == .max { touched.append(node) }
      distance[node.index] = cost
      heap.push(cost, node)
    }

    /// The least distance of a node that is not settled.
    mutating func frontier() -> UInt64? {
      while let top = heap.first {
        if !isSettled[top.node.index] { return top.cost }
        _ = heap.pop()
      }
      return nil
    }

    /// Settles the nearest node and looks beyond it; `best` is lowered where that meets the other side.
    mutating func advance(_ view: SearchView, towards other: borrowing Side, best: inout UInt64) {
      guard let top = heap.pop() else { return }
      isSettled[top.node.index] = true
      settled.append(top.node)
      for place in view.arcs.range(top.node) {
        let arc = view.arcs.arcs[place]
        let reached = top.cost + arc.cost
        if reached > best { break }
        guard reached <= distance[arc.neighbor.index], view.admits(arc) else { continue }
        if reached < distance[arc.neighbor.index] { reach(arc.neighbor, at: reached) }
        let beyond = other.distance[arc.neighbor.index]
        if beyond < .max { best = min(best, reached + beyond) }
      }
    }
  }

  private let view: SearchView
  private let start: ID<Node>
  private let end: ID<Node>
  private let best: UInt64

  /// Nil where no path exists. Start and end must differ.
  static func find(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, _ workspace: inout Workspace
  ) -> Answer? {
    let best = run(view, from: start, to: end, &workspace)
    guard best < .max else { return nil }
    let search = ShortestPath(view: view, start: start, end: end, best: best)
    return Answer(cost: best, edges: search.firstByEdges(workspace.forward, workspace.backward))
  }

  /// The cost of the best path; all that such paths pass through is settled after it.
  private static func run(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, _ workspace: inout Workspace
  ) -> UInt64 {
    var best = UInt64.max
    workspace.forward.begin(at: start)
    workspace.backward.begin(at: end)
    while let ahead = workspace.forward.frontier(), let behind = workspace.backward.frontier() {
      if best < .max, ahead + behind > best { break }
      if workspace.forward.heap.count <= workspace.backward.heap.count {
        workspace.forward.advance(view, towards: workspace.backward, best: &best)
      } else {
        workspace.backward.advance(view, towards: workspace.forward, best: &best)
      }
    }
    return best
  }

  /// Of all paths of the best cost the first by edge ids.
  ///
  /// The nodes of such a path are settled from the start, up to some node, and from the end after it. From the
  /// end the remaining cost is known; from the start it is found by marking, farthest nodes first, those from
  /// which a best path goes on.
  private func firstByEdges(_ forward: borrowing Side, _ backward: borrowing Side) -> [ID<Edge>] {
    var goesOn = Set<ID<Node>>()
    for node in forward.settled.reversed() {
      let passed = forward.distance[node.index]
      if meets(node, at: passed, backward) {
        goesOn.insert(node)
        continue
      }
      for place in view.arcs.range(node) {
        let arc = view.arcs.arcs[place]
        let reached = passed + arc.cost
        if reached > best { break }
        guard
          meets(arc.neighbor, at: reached, backward)
            || forward.distance[arc.neighbor.index] == reached && goesOn.contains(arc.neighbor),
          view.admits(arc)
        else { continue }
        goesOn.insert(node)
        break
      }
    }
    var edges: [ID<Edge>] = []
    var node = start
    var passed: UInt64 = 0
    while node != end {
      var next: ArcIndex.Arc?
      for place in view.arcs.range(node) {
        let arc = view.arcs.arcs[place]
        let reached = passed + arc.cost
        if reached > best { break }
        if let found = next, found.edge < arc.edge { continue }
        guard
          meets(arc.neighbor, at: reached, backward)
            || forward.distance[arc.neighbor.index] == reached && goesOn.contains(arc.neighbor),
          view.admits(arc)
        else { continue }
        next = arc
      }
      guard let next else { preconditionFailure("a node of a best path goes on") }
      edges.append(next.edge)
      node = next.neighbor
      passed += next.cost
    }
    return edges
  }

  /// Whether from a node, reached at some cost, the settled way to the end is a best path. The end itself counts as
  /// settled even where only the side of the start went on.
  @inline(__always)
  private func meets(_ node: ID<Node>, at cost: UInt64, _ backward: borrowing Side) -> Bool {
    (backward.isSettled[node.index] || node == end) && cost + backward.distance[node.index] == best
  }
}
