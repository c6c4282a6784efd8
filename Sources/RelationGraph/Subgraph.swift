public import Diplomacy

/// A part of a graph: some of its nodes, and some of the edges between them. It names rows of a ``Graph`` and
/// copies none.
public struct Subgraph: Hashable, Sendable {
  /// In order, without repetition.
  public let nodes: [ID<Node>]
  /// In order, without repetition; both ends of each are among ``nodes``.
  public let edges: [ID<Edge>]

  /// The given edges with their ends, and the given nodes beside them.
  ///
  /// - Complexity: O(n log n) in nodes and edges given.
  public init(of graph: Graph, nodes: some Sequence<ID<Node>> = [], edges: some Sequence<ID<Edge>>) {
    var allNodes = Array(nodes)
    let allEdges = Array(edges)
    for edge in allEdges {
      allNodes.append(graph.columns.source[edge.index])
      allNodes.append(graph.columns.target[edge.index])
    }
    self.nodes = Subgraph.sortedAndDistinct(allNodes)
    self.edges = Subgraph.sortedAndDistinct(allEdges)
  }

  private static func sortedAndDistinct<Subject>(_ ids: [ID<Subject>]) -> [ID<Subject>] {
    var result: [ID<Subject>] = []
    result.reserveCapacity(ids.count)
    for id in ids.sorted() where result.last != id { result.append(id) }
    return result
  }

  public func contains(_ node: ID<Node>) -> Bool { Subgraph.contains(nodes, node) }

  public func contains(_ edge: ID<Edge>) -> Bool { Subgraph.contains(edges, edge) }

  private static func contains<Subject>(_ ids: [ID<Subject>], _ id: ID<Subject>) -> Bool {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id
  }
}

extension Graph {
  /// Every node, and every edge that a filter admits. By default those without a claim that counts are in it too.
  public func subgraph(_ filter: EdgeFilter = EdgeFilter(includesUncounted: true)) -> Subgraph {
    Subgraph(of: self, nodes: nodes, edges: edges(filter))
  }

  /// The edges that a filter admits among a set of nodes, and the nodes.
  ///
  /// - Complexity: O(edges at the nodes + n log n) in the nodes.
  public func subgraph(inducedBy chosen: some Sequence<ID<Node>>, _ filter: EdgeFilter = EdgeFilter()) -> Subgraph {
    let chosen = Set(chosen)
    let matcher = EdgeMatcher(self, filter)
    var edges: [ID<Edge>] = []
    for node in chosen {
      for edge in outgoing(node) where chosen.contains(columns.target[edge.index]) && matcher.admits(edge) {
        edges.append(edge)
      }
    }
    return Subgraph(of: self, nodes: chosen, edges: edges)
  }
}
