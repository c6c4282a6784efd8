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
    // What a node hands on to each neighbour is its rank × strength / total: the quotient never changes.
    let shares = nodes.map { node -> Double in
      let total = range(node).reduce(0) { $0 + strengths[$1] }
      return total > 0 ? 1 / total : 0
    }
    let stranded = nodes.filter { shares[$0.index] == 0 }
    var rank = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    var handed = rank
    // Each round shrinks the change by the damping at least, so that this many always suffice.
    for _ in 0..<1000 {
      for node in 0..<nodeCount { handed[node] = rank[node] * shares[node] }
      let lost = stranded.reduce(0) { $0 + rank[$1.index] }
      let base = (1 - damping + damping * lost) / Double(nodeCount)
      var change = 0.0
      for node in 0..<nodeCount {
        var received = 0.0
        for tie in offsets[node]..<offsets[node + 1] { received += handed[neighbors[tie].index] * strengths[tie] }
        let value = base + damping * received
        change += abs(value - rank[node])
        rank[node] = value
      }
      if change < tolerance { break }
    }
    return rank
  }
}
