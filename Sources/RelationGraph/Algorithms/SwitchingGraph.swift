/// A signed graph with whole weights, in which nodes can be put together: what the search for the frustration index
/// works on.
///
/// A node put on a side is merged with the nodes there, and with those of the other side after switching its signs.
/// Parallel edges of opposite sign cancel out, and what cancels is frustrated in any case.
struct SwitchingGraph {
  struct Edge {
    var a: Int
    var b: Int
    /// Positive for friends, negative for enemies; never 0.
    var weight: Int
  }

  let nodeCount: Int
  /// With `a < b`, in order, one for a pair.
  let edges: [Edge]
  /// Weight that is frustrated however the nodes are put on sides.
  let base: Int
  private let offsets: [Int]
  private let arcs: [(neighbor: Int, edge: Int)]

  init(nodeCount: Int, edges given: [Edge], base: Int = 0) {
    self.nodeCount = nodeCount
    var base = base
    var edges: [Edge] = []
    let sorted = given.filter { $0.a != $0.b }.map { Edge(a: min($0.a, $0.b), b: max($0.a, $0.b), weight: $0.weight) }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    for edge in sorted {
      if let last = edges.last, (last.a, last.b) == (edge.a, edge.b) {
        if last.weight.signum() * edge.weight.signum() < 0 { base += min(abs(last.weight), abs(edge.weight)) }
        edges[edges.count - 1].weight += edge.weight
      } else {
        edges.append(edge)
      }
    }
    edges.removeAll { $0.weight == 0 }
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges {
      offsets[edge.a + 1] += 1
      offsets[edge.b + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var arcs = [(neighbor: Int, edge: Int)](repeating: (0, 0), count: 2 * edges.count)
    for (number, edge) in edges.enumerated() {
      arcs[next[edge.a]] = (edge.b, number)
      next[edge.a] += 1
      arcs[next[edge.b]] = (edge.a, number)
      next[edge.b] += 1
    }
    self.edges = edges
    self.base = base
    self.offsets = offsets
    self.arcs = arcs
  }

  func arcs(_ node: Int) -> ArraySlice<(neighbor: Int, edge: Int)> { arcs[offsets[node]..<offsets[node + 1]] }

  /// The weight that is frustrated when each node is on its side, 1 or −1: friends apart and enemies together.
  func frustration(_ side: [Int]) -> Int {
    edges.reduce(base) { $0 + ($1.weight * side[$1.a] * side[$1.b] < 0 ? abs($1.weight) : 0) }
  }

  /// The graph in which all nodes with a side, 1 or −1, are one, number 0; those without, 0, follow in order.
  ///
  /// - Returns: The graph, and the number here of each of its nodes other than 0.
  func merged(_ side: [Int]) -> (graph: SwitchingGraph, nodes: [Int]) {
    let free = side.indices.filter { side[$0] == 0 }
    var number = [Int](repeating: 0, count: nodeCount)
    for (place, node) in free.enumerated() { number[node] = place + 1 }
    var merged: [Edge] = []
    var base = base
    for edge in edges {
      // An edge between nodes on sides is decided; others take the sign they have after switching.
      let sign = (side[edge.a] == 0 ? 1 : side[edge.a]) * (side[edge.b] == 0 ? 1 : side[edge.b])
      if side[edge.a] != 0, side[edge.b] != 0 {
        if edge.weight * sign < 0 { base += abs(edge.weight) }
      } else {
        merged.append(Edge(a: number[edge.a], b: number[edge.b], weight: edge.weight * sign))
      }
    }
    return (SwitchingGraph(nodeCount: free.count + 1, edges: merged, base: base), free)
  }
}
