import Diplomacy
import RelationGraph

/// The part of a graph that one search may walk.
struct SearchView {
  let arcs: ArcIndex
  private let matcher: EdgeMatcher
  /// Whether all edges that have arcs are admitted, as they are without constraints.
  private let admitsAllEdges: Bool
  let nodeCount: Int
  /// Nodes that may not be entered, by number; empty where all may.
  private var isBlocked: [Bool] = []
  /// Edges left out besides: few, in no order.
  var banned: [ID<Edge>] = []

  /// - Parameter ends: Nodes to which neither the kinds of entities nor the nodes to avoid apply.
  init(_ graph: Graph, _ arcs: ArcIndex, _ constraints: PathConstraints, ends: Set<ID<Node>>) {
    self.arcs = arcs
    matcher = EdgeMatcher(graph, constraints.filter, exempt: ends)
    // Edges without a claim that counts have no arcs.
    admitsAllEdges = constraints.filter == EdgeFilter()
    nodeCount = graph.nodeCount
    for node in constraints.avoiding where !ends.contains(node) { block(node) }
  }

  mutating func block(_ node: ID<Node>) {
    if isBlocked.isEmpty { isBlocked = [Bool](repeating: false, count: nodeCount) }
    isBlocked[node.index] = true
  }

  func blocks(_ node: ID<Node>) -> Bool { !isBlocked.isEmpty && isBlocked[node.index] }

  @inline(__always)
  func admits(_ arc: ArcIndex.Arc) -> Bool { !blocks(arc.neighbor) && admits(arc.edge) }

  @inline(__always)
  func admits(_ edge: ID<Edge>) -> Bool {
    (admitsAllEdges || matcher.admits(edge)) && (banned.isEmpty || !banned.contains(edge))
  }
}
