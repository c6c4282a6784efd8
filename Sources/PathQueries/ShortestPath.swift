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

  private struct Side {
    var distance: [UInt64]
    var isSettled: [Bool]
    /// In order of distance.
    var settled: [ID<Node>] = []
    var heap = CostHeap()

    init(nodes: Int, start: ID<Node>) {
      distance = [UInt64](repeating: .max, count: nodes)
      isSettled = [Bool](repeating: false, count: nodes)
      distance[start.index] = 0
      heap.push(0, start)
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
    mutating func advance(_ view: SearchView, towards other: Side, best: inout UInt64) {
      guard let top = heap.pop() else { return }
      isSettled[top.node.index] = true
      settled.append(top.node)
      for place in view.arcs.range(top.node) {
        let arc = view.arcs.arcs[place]
        let reached = top.cost + arc.cost
        if reached > best { break }
        guard reached <= distance[arc.neighbor.index], view.admits(arc) else { continue }
        if reached < distance[arc.neighbor.index] {
          distance[arc.neighbor.index] = reached
          heap.push(reached, arc.neighbor)
        }
        let beyond = other.distance[arc.neighbor.index]
        if beyond < .max { best = min(best, reached + beyond) }
      }
    }
  }

  private let view: SearchView
  private let start: ID<Node>
  private let end: ID<Node>
  private var forward: Side
  private var backward: Side
  private var best = UInt64.max

  /// Nil where no path exists. Start and end must differ.
  static func find(_ view: SearchView, from start: ID<Node>, to end: ID<Node>) -> Answer? {
    var search = ShortestPath(view, from: start, to: end)
    search.run()
    return search.best < .max ? Answer(cost: search.best, edges: search.firstByEdges()) : nil
  }

  private init(_ view: SearchView, from start: ID<Node>, to end: ID<Node>) {
    self.view = view
    self.start = start
    self.end = end
    forward = Side(nodes: view.blocked.count, start: start)
    backward = Side(nodes: view.blocked.count, start: end)
  }

  private mutating func run() {
    while let ahead = forward.frontier(), let behind = backward.frontier() {
      if best < .max, ahead + behind > best { break }
      if forward.heap.count <= backward.heap.count {
        forward.advance(view, towards: backward, best: &best)
      } else {
        backward.advance(view, towards: forward, best: &best)
      }
    }
  }

  /// Of all paths of the best cost the first by edge ids.
  ///
  /// The nodes of such a path are settled from the start, up to some node, and from the end after it. From the
  /// end the remaining cost is known; from the start it is found by marking, farthest nodes first, those from
  /// which a best path goes on.
  private func firstByEdges() -> [ID<Edge>] {
    var goesOn = Set<ID<Node>>()
    for node in forward.settled.reversed() {
      let passed = forward.distance[node.index]
      if meets(node, at: passed) { goesOn.insert(node) }
      for place in view.arcs.range(node) {
        let arc = view.arcs.arcs[place]
        if passed + arc.cost > best { break }
        guard view.admits(arc) else { continue }
        if meets(arc.neighbor, at: passed + arc.cost)
          || goesOn.contains(arc.neighbor) && forward.distance[arc.neighbor.index] == passed + arc.cost
        {
          goesOn.insert(node)
          break
        }
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
          meets(arc.neighbor, at: reached)
            || goesOn.contains(arc.neighbor) && forward.distance[arc.neighbor.index] == reached,
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
  private func meets(_ node: ID<Node>, at cost: UInt64) -> Bool {
    (node == end || backward.isSettled[node.index]) && cost + backward.distance[node.index] == best
  }
}
