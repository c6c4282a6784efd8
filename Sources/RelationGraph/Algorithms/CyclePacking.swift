/// A lower bound of frustration: of each circle whose signs multiply to minus, one edge at least is frustrated, so
/// that as many edges are as there are such circles without an edge in common.
///
/// Circles are taken greedily, shortest first, each as often as its lightest edge allows. A circle with negative
/// sign is a way from a node to its own mirror image in the graph that has every node twice, where positive edges
/// stay on a side and negative ones change it.
///
/// Source: F. Harary, "On the measurement of structural balance", 1959, doi:10.1002/bs.3830040405; the double cover
/// after T. Zaslavsky, "Signed graphs", 1982, doi:10.1016/0166-218X(82)90033-6.
struct CyclePacking {
  private let graph: SwitchingGraph
  private var residual: [Int]
  /// By node and side: the arc that leads there, −1 where none does, −2 at the start.
  private var parent: [Int]
  private var reached: [Int] = []

  /// - Parameter goal: A bound that is enough: the search ends when it is reached.
  /// - Complexity: O(circles × nodes × edges) at worst.
  static func lowerBound(_ graph: SwitchingGraph, goal: Int) -> Int {
    var packing = CyclePacking(graph)
    return packing.run(goal: goal)
  }

  private init(_ graph: SwitchingGraph) {
    self.graph = graph
    residual = graph.edges.map(\.weight)
    parent = [Int](repeating: -1, count: 2 * graph.nodeCount)
  }

  private mutating func run(goal: Int) -> Int {
    var bound = graph.base
    // Short circles use up few edges. Past a length of 12 their order matters little.
    for length in Array(3...12) + [graph.nodeCount] {
      for start in 0..<graph.nodeCount {
        while bound < goal, let circle = circle(through: start, length: length) {
          let weight = circle.map { abs(residual[$0]) }.min() ?? 0
          for edge in circle { residual[edge] -= residual[edge].signum() * weight }
          bound += weight
        }
        if bound >= goal { return bound }
      }
    }
    return bound
  }

  /// The edges of a shortest negative circle through a node, at most so long; nil where there is none, or where the
  /// way found passes an edge twice.
  private mutating func circle(through start: Int, length: Int) -> [Int]? {
    for state in reached { parent[state] = -1 }
    reached = [2 * start]
    parent[2 * start] = -2
    var level = 0..<1
    for _ in 0..<length where !level.isEmpty {
      for place in level {
        let state = reached[place]
        for (neighbor, edge) in graph.arcs(state / 2) where residual[edge] != 0 {
          let next = 2 * neighbor + (residual[edge] > 0 ? state % 2 : 1 - state % 2)
          guard parent[next] == -1 else { continue }
          parent[next] = edge
          reached.append(next)
          if next == 2 * start + 1 { return edges(to: next, from: 2 * start) }
        }
      }
      level = level.upperBound..<reached.count
    }
    return nil
  }

  private func edges(to end: Int, from start: Int) -> [Int]? {
    var edges: [Int] = []
    var state = end
    while state != start {
      let edge = parent[state]
      edges.append(edge)
      let node = graph.edges[edge].a + graph.edges[edge].b - state / 2
      state = 2 * node + (residual[edge] > 0 ? state % 2 : 1 - state % 2)
    }
    return Set(edges).count == edges.count ? edges : nil
  }
}
