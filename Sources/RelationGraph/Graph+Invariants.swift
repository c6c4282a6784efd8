import Diplomacy

extension Graph {
  /// Whether all columns fit each other, so that no number leads out of one: what a graph from a file must prove.
  ///
  /// - Complexity: O(nodes + edges + claims).
  var isConsistent: Bool {
    let edges = columns.source.count
    let isComplete =
      [columns.kind.count, columns.target.count, columns.weight.count, columns.trust.count, incoming.count].allSatisfy {
        $0 == edges
      }
      && [columns.supporting, columns.opposing, columns.asserted, columns.uncounted, columns.stories].allSatisfy {
        $0.count == edges
      } && columns.first.count == edges && columns.last.count == edges
      && columns.claims.count == columns.claimDates.count
      && (columns.claimEnds.count == 0 || columns.claimEnds.count == columns.claims.count)
      && zip(entities, entities.dropFirst()).allSatisfy { $0.id < $1.id }
    return isComplete && isOffsets(columns.claimOffsets, rows: edges, total: columns.claims.count)
      && isOffsets(outgoingOffsets, rows: nodeCount, total: edges)
      && isOffsets(incomingOffsets, rows: nodeCount, total: edges)
      && areBelow(columns.source, nodeCount) && areBelow(columns.target, nodeCount) && areBelow(incoming, edges)
      && columns.weight.allSatisfy { abs($0) <= 1 } && columns.trust.allSatisfy { (0...1).contains($0) }
  }

  private func isOffsets(_ offsets: FlatColumn<UInt32>, rows: Int, total: Int) -> Bool {
    guard offsets.count == rows + 1, offsets[0] == 0, Int(offsets[rows]) == total else { return false }
    for row in 0..<rows where offsets[row] > offsets[row + 1] { return false }
    return true
  }

  private func areBelow<Subject>(_ ids: FlatColumn<ID<Subject>>, _ limit: Int) -> Bool {
    var greatest: UInt32 = 0
    for place in 0..<ids.count { greatest = max(greatest, ids[place].rawValue) }
    return ids.isEmpty || Int(greatest) < limit
  }
}
