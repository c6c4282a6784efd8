public import Diplomacy

/// A graph with at most one tie between two nodes: all edges between them rolled into one, whichever way they
/// point. Centralities and balance are defined on such graphs.
///
/// - Complexity: O(edges + edges at a node × log of them) to build.
public struct PairGraph: Sendable {
  public struct Tie: Hashable, Sendable {
    public var neighbor: ID<Node>
    /// Sum of the edges' |weight|; more than 0 only where some edge weighs.
    public var strength: Double
    /// The sign of the sum of the weights of the edges that have one; nil where none has or they cancel out.
    public var sign: Sign?
  }

  private let offsets: [Int]
  private let ties: [Tie]

  public init(_ graph: Graph, _ filter: EdgeFilter = EdgeFilter()) {
    let matcher = EdgeMatcher(graph, filter)
    var offsets = [0]
    var ties: [Tie] = []
    for node in graph.nodes {
      var incident: [(neighbor: ID<Node>, edge: ID<Edge>)] = []
      graph.forEachIncident(node) { edge, neighbor in
        if matcher.admits(edge) { incident.append((neighbor, edge)) }
      }
      incident.sort { ($0.neighbor, $0.edge) < ($1.neighbor, $1.edge) }
      var balance = 0.0
      for (place, (neighbor, edge)) in incident.enumerated() {
        if place == 0 || incident[place - 1].neighbor != neighbor {
          ties.append(Tie(neighbor: neighbor, strength: 0, sign: nil))
          balance = 0
        }
        let weight = graph.columns.weight[edge.index]
        ties[ties.count - 1].strength += abs(weight)
        if graph.columns.kind[edge.index].isSigned { balance += weight }
        ties[ties.count - 1].sign = balance > 0 ? .positive : balance < 0 ? .negative : nil
      }
      offsets.append(ties.count)
    }
    self.offsets = offsets
    self.ties = ties
  }

  public var nodeCount: Int { offsets.count - 1 }

  /// Number of pairs with a tie.
  public var tieCount: Int { ties.count / 2 }

  /// The ties of a node, in order of neighbour.
  public func ties(of node: ID<Node>) -> ArraySlice<Tie> { ties[offsets[node.index]..<offsets[node.index + 1]] }

  public func degree(_ node: ID<Node>) -> Int { offsets[node.index + 1] - offsets[node.index] }

  /// The tie between two nodes.
  ///
  /// - Complexity: O(log degree).
  public func tie(_ a: ID<Node>, _ b: ID<Node>) -> Tie? {
    var low = offsets[a.index]
    var high = offsets[a.index + 1]
    while low < high {
      let middle = (low + high) / 2
      if ties[middle].neighbor < b { low = middle + 1 } else { high = middle }
    }
    return low < offsets[a.index + 1] && ties[low].neighbor == b ? ties[low] : nil
  }
}
