public import Diplomacy
import Provenance

/// A division of actors into any number of blocs, with friends within and enemies between.
public struct Blocs: Hashable, Sendable {
  /// The members of each bloc, in order; the largest bloc first, of equal ones that with the least member. Nodes
  /// without a tie that weighs are in none.
  public var groups: [[ID<Node>]]
  /// Signed modularity, below 1: how much more friendship lies within and enmity between than chance would put there.
  /// 0 for one bloc of all.
  public var quality: Double
  /// 0 … 1: the share of the strength of all ties that goes against the blocs, as enmity within or friendship across.
  public var imbalance: Double

  /// The number of the bloc of each node; nil for those in none.
  ///
  /// - Complexity: O(nodes).
  public func numbers(nodeCount: Int) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: nodeCount)
    for (number, group) in groups.enumerated() { for node in group { numbers[node.index] = number } }
    return numbers
  }
}

extension PairGraph {
  /// The blocs of greatest signed modularity that the Leiden algorithm finds.
  ///
  /// Signed modularity compares friendly and hostile ties each with what chance would do among nodes of the same
  /// strengths:
  ///
  ///     Q = Σ over blocs of [w − γ (P² / 2W⁺ − N² / 2W⁻)] / (2W⁺ + 2W⁻)
  ///
  /// with w the weights within the bloc, P and N its members' friendly and hostile strengths, and W⁺ and W⁻ those of
  /// all ties. A tie weighs its ``Tie/attraction``: what states a fact binds as a friendly tie of that weight does.
  /// Nodes are moved in the order of their numbers. Graphs of up to a thousand nodes are also started from other orders,
  /// always the same ones, and there actors without a tie between them may come together, as those do who have the
  /// same enemies; in larger ones a bloc is joined along ties alone.
  ///
  /// Source: S. Gómez, P. Jensen, A. Arenas, "Analysis of community structure in networks of correlated data", 2009,
  /// doi:10.1103/PhysRevE.80.016114; V. A. Traag, J. Bruggeman, "Community detection in networks with positive and
  /// negative links", 2009, doi:10.1103/PhysRevE.80.036115; V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to
  /// Leiden", 2019, doi:10.1038/s41598-019-41695-z.
  ///
  /// - Parameter resolution: γ, above 0: more gives more and smaller blocs.
  /// - Complexity: finding the greatest is NP-hard; here O(ties) a round, and few rounds.
  public func blocs(resolution: Double = 1) -> Blocs {
    precondition(resolution > 0, "a resolution is more than 0")
    let network = SignedNetwork(self)
    let objective = SignedModularity(network, resolution: resolution)
    var best = LeidenSearch.run(network, objective, order: Array(0..<nodeCount))
    var quality = objective.value(of: best, in: network)
    if nodeCount <= LeidenSearch.fewNodes {
      var order = Array(0..<nodeCount)
      var random = SplitMix64(seed: 2009)
      for _ in 0..<10 {
        for place in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(place, random.below(place + 1)) }
        let other = LeidenSearch.run(network, objective, order: order)
        let otherQuality = objective.value(of: other, in: network)
        if otherQuality > quality + 1e-12 { (best, quality) = (other, otherQuality) }
      }
    }
    return Blocs(groups: groups(best), quality: quality, imbalance: imbalance(best))
  }

  private func groups(_ community: [Int]) -> [[ID<Node>]] {
    var members = [[ID<Node>]](repeating: [], count: nodeCount)
    for node in nodes where range(node).contains(where: { attractions[$0] != 0 }) {
      members[community[node.index]].append(node)
    }
    return members.filter { !$0.isEmpty }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  private func imbalance(_ community: [Int]) -> Double {
    var against = 0.0
    var total = 0.0
    for node in nodes {
      for place in range(node) {
        let isWithin = community[node.index] == community[neighbors[place].index]
        total += abs(attractions[place])
        if isWithin != (attractions[place] > 0) { against += abs(attractions[place]) }
      }
    }
    return total > 0 ? against / total : 0
  }
}
