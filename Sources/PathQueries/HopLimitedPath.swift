import Diplomacy
import RelationGraph

/// The best path between two nodes with at most so many edges.
///
/// Labels (cost, edges) are set from the end in order of cost; one that costs no less and is no shorter than an
/// earlier one at its node is dropped. What remains at a node are the ways to the end worth taking for some
/// number of edges left. Of equally good paths the first by edge ids is given. Since every edge costs something,
/// no circle is ever worth taking.
///
/// Source: P. Hansen, "Bicriterion path problems", 1980, doi:10.1007/978-3-642-48782-8_9.
///
/// - Complexity: O(hops × arcs × log) at worst.
enum HopLimitedPath {
  private struct Label {
    var cost: UInt64
    var hops: Int
  }

  static func find(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, maximumHops: Int
  ) -> ShortestPath.Answer? {
    // One queue for each number of edges keeps the heap simple: entries are by cost, then node.
    var queues = [CostHeap](repeating: CostHeap(), count: maximumHops + 1)
    var labels = [[Label]](repeating: [], count: view.nodeCount)
    queues[0].push(0, end)
    while let hops = cheapest(queues), let top = queues[hops].pop() {
      // Labels come in order of cost, so that an earlier one with no more edges is never worse.
      if let last = labels[top.node.index].last, last.hops <= hops { continue }
      labels[top.node.index].append(Label(cost: top.cost, hops: hops))
      if top.node == start {
        return ShortestPath.Answer(
          cost: top.cost, edges: firstByEdges(view, labels, from: start, to: end, cost: top.cost, maximumHops))
      }
      guard hops < maximumHops else { continue }
      for arc in view.arcs.arcs(of: top.node) {
        if let last = labels[arc.neighbor.index].last, last.hops <= hops + 1 { continue }
        // The node walked to on the way out is the one that must not be blocked on the way back; the start is free.
        if view.admits(arc) { queues[hops + 1].push(top.cost + arc.cost, arc.neighbor) }
      }
    }
    return nil
  }

  /// The number of edges of the cheapest label; of equal ones the shortest.
  private static func cheapest(_ queues: [CostHeap]) -> Int? {
    var found: (cost: UInt64, hops: Int)?
    for (hops, queue) in queues.enumerated() {
      if let cost = queue.first?.cost, cost < found?.cost ?? .max { found = (cost, hops) }
    }
    return found?.hops
  }

  private static func firstByEdges(
    _ view: SearchView, _ labels: [[Label]], from start: ID<Node>, to end: ID<Node>, cost: UInt64, _ maximumHops: Int
  ) -> [ID<Edge>] {
    var edges: [ID<Edge>] = []
    var node = start
    var left = cost
    while node != end {
      var next: ArcIndex.Arc?
      for arc in view.arcs.arcs(of: node) {
        if arc.cost > left { break }
        if let found = next, found.edge < arc.edge { continue }
        let hopsLeft = maximumHops - edges.count - 1
        guard
          labels[arc.neighbor.index].contains(where: { $0.cost == left - arc.cost && $0.hops <= hopsLeft }),
          view.admits(arc)
        else { continue }
        next = arc
      }
      guard let next else { preconditionFailure("a node of a best path goes on") }
      edges.append(next.edge)
      node = next.neighbor
      left -= next.cost
    }
    return edges
  }
}

extension ShortestPath {
  /// The best path with at most so many edges, if their number is limited.
  static func find(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, maximumHops: Int?, _ workspace: inout SearchWorkspace
  ) -> Answer? {
    guard let maximumHops else { return find(view, from: start, to: end, &workspace) }
    guard maximumHops > 0, let free = find(view, from: start, to: end, &workspace) else { return nil }
    if free.edges.count <= maximumHops { return free }
    // No simple path has more edges than there are other nodes.
    return HopLimitedPath.find(
      view, from: start, to: end, maximumHops: min(maximumHops, view.nodeCount - 1))
  }
}
