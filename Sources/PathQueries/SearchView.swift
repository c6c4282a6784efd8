import Diplomacy
import RelationGraph

/// The part of a graph that one search may walk.
struct SearchView {
  let arcs: ArcIndex
  private let matcher: EdgeMatcher
  /// Nodes that may not be entered, by number.
  var blocked: [Bool]
  /// Edges left out besides: few, in no order.
  var banned: [ID<Edge>] = []

  /// - Parameter ends: Nodes to which neither the kinds of entities nor the nodes to avoid apply.
  init(_ graph: Graph, _ arcs: ArcIndex, _ constraints: PathConstraints, ends: Set<ID<Node>>) {
    self.arcs = arcs
    matcher = EdgeMatcher(graph, constraints.filter, exempt: ends)
    blocked = [Bool](repeating: false, count: graph.nodeCount)
    for node in constraints.avoiding where !ends.contains(node) { blocked[node.index] = true }
  }

  @inline(__always)
  func admits(_ arc: ArcIndex.Arc) -> Bool {
    !blocked[arc.neighbor.index] && matcher.admits(arc.edge) && (banned.isEmpty || !banned.contains(arc.edge))
  }
}
