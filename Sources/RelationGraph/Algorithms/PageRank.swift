import Diplomacy

extension PairGraph {
  /// How often a walker is at each node who follows ties by their strength and now and then jumps anywhere. The
  /// values add up to 1.
  ///
  /// Ties count by strength whatever their sign: who is much spoken of, for or against, ranks high. A node without
  /// ties that weigh is left by a jump.
  ///
  /// Source: L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank citation ranking", 1999.
  ///
  /// - Parameters:
  ///   - damping: How likely a tie is followed rather than jumped, 0 … 1.
  ///   - tolerance: Iteration ends when the values together change by less.
  /// - Complexity: O((nodes + ties) × log tolerance / log damping).
  public func pageRank(damping: Double = 0.85, tolerance: Double = 1e-12) -> [Double] {
    precondition((0..<1).contains(damping), "damping lies in 0..<1")
    guard nodeCount > 0 else { return [] }
    let nodes = (0..<nodeCount).map { ID<Node>($0) }
    let total = nodes.map { node in ties(of: node).reduce(0) { $0 + $1.strength } }
    var rank = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    // Each round shrinks the change by the damping at least, so that this many always suffice.
    for _ in 0..<1000 {
      let stranded = nodes.reduce(0) { $0 + (total[$1.index] > 0 ? 0 : rank[$1.index]) }
      let base = (1 - damping + damping * stranded) / Double(nodeCount)
      var change = 0.0
      let next = nodes.map { node in
        let received = ties(of: node).reduce(0) { sum, tie in
          tie.strength > 0 ? sum + rank[tie.neighbor.index] * tie.strength / total[tie.neighbor.index] : sum
        }
        let value = base + damping * received
        change += abs(value - rank[node.index])
        return value
      }
      rank = next
      if change < tolerance { break }
    }
    return rank
  }
}
