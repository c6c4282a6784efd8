public import Diplomacy

/// The ties of a graph that stand out at one of their ends: what is left to look at when the rest is what chance would
/// spread there.
///
/// Under the null hypothesis a node's strength is spread evenly at random over its k ties; then a tie with the share p
/// of it would be as strong or stronger with probability (1 − p)^(k − 1). A tie stays where that is less than
/// α for one of its ends. Unlike a threshold on weight this keeps what is strong for a small actor.
///
/// Source: M. Á. Serrano, M. Boguñá, A. Vespignani, "Extracting the multiscale backbone of complex weighted
/// networks", 2009, doi:10.1073/pnas.0808904106.
public struct DisparityBackbone: Hashable, Sendable {
  /// The level that was asked for.
  public var alpha: Double
  /// The pairs that stay, in order.
  public var ties: [Tie]

  public struct Tie: Hashable, Sendable {
    public var pair: NodePair
    /// Sum of |weight| between the two.
    public var strength: Double
    /// 0 … 1: how likely chance makes a tie as strong, at the end where that is less.
    public var significance: Double
  }
}

/// Two nodes, the lesser first.
public struct NodePair: Hashable, Comparable, Sendable {
  public var a: ID<Node>
  public var b: ID<Node>

  public init(_ one: ID<Node>, _ other: ID<Node>) {
    a = min(one, other)
    b = max(one, other)
  }

  public static func < (x: NodePair, y: NodePair) -> Bool { (x.a, x.b) < (y.a, y.b) }
}

extension PairGraph {
  /// The ties significant at a level.
  ///
  /// A node with a single tie says nothing about it: its other end decides.
  ///
  /// - Parameter alpha: 0 … 1; less keeps fewer.
  /// - Complexity: O(ties).
  public func disparityBackbone(alpha: Double = 0.05) -> DisparityBackbone {
    precondition((0...1).contains(alpha), "alpha lies in 0...1")
    let total = nodes.map { node in range(node).reduce(0) { $0 + strengths[$1] } }
    var kept: [DisparityBackbone.Tie] = []
    for node in nodes {
      for place in range(node) where node < neighbors[place] {
        let neighbor = neighbors[place]
        let strength = strengths[place]
        let chance = min(
          chance(of: strength, at: node, total[node.index]), chance(of: strength, at: neighbor, total[neighbor.index]))
        if chance < alpha {
          kept.append(.init(pair: NodePair(node, neighbor), strength: strength, significance: chance))
        }
      }
    }
    return DisparityBackbone(alpha: alpha, ties: kept)
  }

  /// (1 − p)^(k − 1). By multiplication, so that it is the same on every machine.
  private func chance(of strength: Double, at node: ID<Node>, _ total: Double) -> Double {
    guard total > 0 else { return 1 }
    var base = 1 - strength / total
    var power = 1.0
    var exponent = degree(node) - 1
    while exponent > 0 {
      if exponent & 1 == 1 { power *= base }
      base *= base
      exponent >>= 1
    }
    return power
  }
}

extension Graph {
  /// The disparity backbone as a part of the graph: all admitted edges between the pairs that stay, and their ends.
  public func backbone(alpha: Double = 0.05, _ filter: EdgeFilter = EdgeFilter()) -> Subgraph {
    let pairs = Set(PairGraph(self, filter).disparityBackbone(alpha: alpha).ties.map(\.pair))
    let matcher = EdgeMatcher(self, filter)
    let kept = edges.filter {
      matcher.admits($0) && pairs.contains(NodePair(columns.source[$0.index], columns.target[$0.index]))
    }
    return Subgraph(of: self, edges: kept)
  }
}
