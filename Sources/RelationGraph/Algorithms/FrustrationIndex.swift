public import Diplomacy
import Provenance

/// How far a signed graph is from two camps of friends with only enmity between them: the least number of ties that
/// go against it.
public struct FrustrationIndex: Hashable, Sendable {
  /// The index is at least this …
  public var lower: Int
  /// … and at most this: what the camps given frustrate.
  public var upper: Int
  /// The two camps, each in order; the first holds the first node of every connected part. Nodes without a signed
  /// tie are in neither.
  public var camps: [[ID<Node>]]
  /// The pairs whose tie goes against the camps: enemies within one, friends across. Each in order, and in order.
  public var frustrated: [NodePair]

  /// Whether the bounds meet, which proves that no camps frustrate fewer ties.
  public var isOptimal: Bool { lower == upper }
}

extension PairGraph {
  /// The frustration index, which is also called the line index of balance.
  ///
  /// Camps are found by local search from many starts; circles of negative sign without a common edge give a lower
  /// bound. Where the two do not meet, branch and bound puts one node after another on a side. Networks of
  /// actors mostly need no branching. The same graph gives the same answer, for it is not time that limits the
  /// search.
  ///
  /// Source: F. Harary, 1959, doi:10.1002/bs.3830040405; S. Aref, M. C. Wilson, "Balance and frustration in signed
  /// networks", 2019, doi:10.1093/comnet/cny015.
  ///
  /// - Parameter branchLimit: Most branches looked at; past it the bounds found so far are given.
  /// - Complexity: finding it is NP-hard; here O(starts × ties) + O(branches × nodes × ties).
  public func frustrationIndex(branchLimit: Int = 2000) -> FrustrationIndex {
    let members = (0..<nodeCount).map { ID<Node>($0) }.filter { ties(of: $0).contains { $0.sign != nil } }
    var number = [Int](repeating: -1, count: nodeCount)
    for (place, node) in members.enumerated() { number[node.index] = place }
    let edges = members.flatMap { node in
      ties(of: node).compactMap { tie -> SwitchingGraph.Edge? in
        guard let sign = tie.sign, node < tie.neighbor else { return nil }
        return .init(
          a: number[node.index], b: number[tie.neighbor.index], weight: sign == .positive ? 1 : -1)
      }
    }
    let graph = SwitchingGraph(nodeCount: members.count, edges: edges)
    var search = FrustrationSearch(graph, branchLimit: branchLimit)
    search.run()

    let side = orient(search.best, graph)
    return FrustrationIndex(
      lower: search.lower, upper: search.upper,
      camps: [1, -1].map { camp in members.indices.filter { side[$0] == camp }.map { members[$0] } },
      frustrated: graph.edges.filter { $0.weight * side[$0.a] * side[$0.b] < 0 }
        .map { NodePair(members[$0.a], members[$0.b]) })
  }

  /// The same camps with the first node of every connected part on side 1.
  private func orient(_ side: [Int], _ graph: SwitchingGraph) -> [Int] {
    var side = side
    var isSeen = [Bool](repeating: false, count: graph.nodeCount)
    for first in 0..<graph.nodeCount where !isSeen[first] {
      let turn = side[first]
      isSeen[first] = true
      var part = [first]
      while let node = part.popLast() {
        side[node] *= turn
        for (neighbor, _) in graph.arcs(node) where !isSeen[neighbor] {
          isSeen[neighbor] = true
          part.append(neighbor)
        }
      }
    }
    return side
  }
}

/// Local search from above, circles from below, and branches where they do not meet.
private struct FrustrationSearch {
  private let graph: SwitchingGraph
  private let branchLimit: Int
  private var branches = 0
  private(set) var lower = 0
  private(set) var upper: Int
  private(set) var best: [Int]

  init(_ graph: SwitchingGraph, branchLimit: Int) {
    self.graph = graph
    self.branchLimit = branchLimit
    best = [Int](repeating: 1, count: graph.nodeCount)
    upper = graph.frustration(best)
  }

  mutating func run() {
    improve(from: best)
    lower = CyclePacking.lowerBound(graph, goal: upper)
    // Half the starts are anywhere, half near the best so far.
    var random = SplitMix64(seed: 0)
    for round in 0..<400 where upper > lower {
      if round.isMultiple(of: 2) {
        improve(from: best.map { _ in random.next() & 1 == 0 ? 1 : -1 })
      } else {
        improve(from: best.map { random.next() & 15 == 0 ? -$0 : $0 })
      }
    }
    guard lower < upper, graph.nodeCount > 0 else { return }
    var side = [Int](repeating: 0, count: graph.nodeCount)
    let first = (0..<graph.nodeCount).max { (graph.arcs($0).count, $1) < (graph.arcs($1).count, $0) } ?? 0
    side[first] = 1
    let isComplete = branch(side)
    if isComplete { lower = upper }
  }

  /// Moves single nodes to the other side as long as that frustrates less.
  private mutating func improve(from start: [Int]) {
    var side = start
    // What a node's ties would frustrate less on its own side than on the other: negative where it should move.
    var gain = (0..<graph.nodeCount).map { node in
      graph.arcs(node).reduce(0) { $0 + graph.edges[$1.edge].weight * side[node] * side[$1.neighbor] }
    }
    while let node = gain.indices.min(by: { (gain[$0], $0) < (gain[$1], $1) }), gain[node] < 0 {
      side[node] = -side[node]
      gain[node] = -gain[node]
      for (neighbor, edge) in graph.arcs(node) {
        gain[neighbor] += 2 * graph.edges[edge].weight * side[node] * side[neighbor]
      }
    }
    let frustration = graph.frustration(side)
    if frustration < upper {
      upper = frustration
      best = side
    }
  }

  /// - Returns: Whether all that could be better was looked at.
  private mutating func branch(_ side: [Int]) -> Bool {
    let (merged, nodes) = graph.merged(side)
    if nodes.isEmpty {
      if merged.base < upper {
        upper = merged.base
        best = side
      }
      return true
    }
    if CyclePacking.lowerBound(merged, goal: upper) >= upper { return true }
    branches += 1
    guard branches <= branchLimit else { return false }
    // The node that the sides pull hardest on; where none is tied to them, the one with the most ties.
    var pull = [Int](repeating: 0, count: merged.nodeCount)
    for (neighbor, edge) in merged.arcs(0) { pull[neighbor] = merged.edges[edge].weight }
    let next =
      (1..<merged.nodeCount).max {
        (abs(pull[$0]), merged.arcs($0).count, $1) < (abs(pull[$1]), merged.arcs($1).count, $0)
      } ?? 1
    var isComplete = true
    // A node that nothing ties to the sides may be on either without loss.
    let likely = pull[next] < 0 ? -1 : 1
    for choice in merged.arcs(0).isEmpty ? [likely] : [likely, -likely] {
      var side = side
      side[nodes[next - 1]] = choice
      if !branch(side) { isComplete = false }
    }
    return isComplete
  }
}
