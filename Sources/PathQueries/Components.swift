public import Diplomacy
public import RelationGraph

/// The connected components of a graph: which nodes are linked at all, edges walked either way.
///
/// - Complexity: O(nodes + edges).
public struct Components: Sendable {
  private let component: [Int]
  /// Number of nodes of each component, in order of its least node.
  public let sizes: [Int]

  public init(_ graph: Graph, _ filter: EdgeFilter = EdgeFilter()) {
    let matcher = EdgeMatcher(graph, filter)
    var component = [Int](repeating: -1, count: graph.nodeCount)
    var sizes: [Int] = []
    for first in graph.nodes where component[first.index] < 0 {
      component[first.index] = sizes.count
      var members = [first]
      var upcoming = 0
      while upcoming < members.count {
        let node = members[upcoming]
        upcoming += 1
        graph.forEachIncident(node) { edge, neighbor in
          guard component[neighbor.index] < 0, matcher.admits(edge) else { return }
          component[neighbor.index] = sizes.count
          members.append(neighbor)
        }
      }
      sizes.append(members.count)
    }
    self.component = component
    self.sizes = sizes
  }

  /// Number of a node's component, from 0.
  public func component(of node: ID<Node>) -> Int { component[node.index] }

  /// Number of nodes linked to a node, itself included.
  public func size(of node: ID<Node>) -> Int { sizes[component[node.index]] }
}
