public import Diplomacy

extension PairGraph {
  /// How evenly the ties of each node are spread over groups of nodes: 0 where all lead to one group, towards 1 where
  /// they lead to many alike. Whoever stands between blocs ranks high.
  ///
  /// Ties count by strength. Nodes in no group count as one group of their own; a node without ties that weigh has 0.
  ///
  /// Source: R. Guimerà, L. A. N. Amaral, "Functional cartography of complex metabolic networks", 2005,
  /// doi:10.1038/nature03288.
  ///
  /// - Complexity: O(ties × log of the greatest degree).
  public func participation(in groups: [[ID<Node>]]) -> [Double] {
    var group = [Int](repeating: groups.count, count: nodeCount)
    for (number, members) in groups.enumerated() { for node in members { group[node.index] = number } }
    return nodes.map { node in
      let shares = range(node).map { (group: group[neighbors[$0].index], strength: strengths[$0]) }
        .sorted { $0.group < $1.group }
      let total = shares.reduce(0) { $0 + $1.strength }
      guard total > 0 else { return 0 }
      var squares = 0.0
      var sum = 0.0
      for (place, share) in shares.enumerated() {
        sum += share.strength
        if place + 1 == shares.count || shares[place + 1].group != share.group {
          squares += (sum / total) * (sum / total)
          sum = 0
        }
      }
      return max(0, 1 - squares)
    }
  }
}
